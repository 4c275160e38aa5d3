import { Link } from '@fluentui/react-components';
import * as React from 'react';
import { useSurroundings } from './surroundings';

/** A page at a vendor; the host opens it, because a control may not leave its form. */
export const OpenLink: React.FC<{ readonly address: string; readonly text: string; readonly about?: string }> = ({
  address,
  text,
  about,
}) => {
  const { open } = useSurroundings();
  return (
    <Link as="button" onClick={() => open(address)} aria-label={about ? `${text}: ${about}` : text} title={address}>
      {text}
    </Link>
  );
};
