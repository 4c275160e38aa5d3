import * as React from 'react';
import { CopyButton } from './CopyButton';

/** A number of a shop, carrier or bank, written from left to right everywhere. @param copy what its copy button says */
export const Identifier: React.FC<{ readonly text: string; readonly copy: string }> = ({ text, copy }) => (
  <span className="OrderContext-id">
    <code dir="ltr">{text}</code>
    <CopyButton text={text} label={copy} />
  </span>
);
