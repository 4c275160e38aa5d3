import { Button } from '@fluentui/react-components';
import * as React from 'react';

interface Props {
  readonly showsAll: boolean;
  /** What the button says while only the first are shown. */
  readonly more: string;
  readonly fewer: string;
  onChange(showsAll: boolean): void;
}

/** Shows the rest of a list, and takes it away again. */
export const MoreButton: React.FC<Props> = ({ showsAll, more, fewer, onChange }) => (
  <Button
    className="OrderContext-more"
    size="small"
    appearance="transparent"
    onClick={() => onChange(!showsAll)}
    aria-expanded={showsAll}
  >
    {showsAll ? fewer : more}
  </Button>
);
