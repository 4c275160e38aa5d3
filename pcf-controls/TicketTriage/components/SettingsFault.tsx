import * as React from 'react';
import type { Words } from '../../shared/words';

/** A property of the control that cannot be read: for the maker, who alone can mend it. */
export const SettingsFault: React.FC<{ readonly words: Words; readonly fault: string }> = ({ words, fault }) => (
  <div className="tt-notice" role="alert">
    <p className="tt-strong">{words('Settings_Fault')}</p>
    <p>{fault}</p>
  </div>
);
