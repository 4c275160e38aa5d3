import * as React from 'react';

/** A card with a heading. */
export const Section: React.FC<{ readonly title: string }> = ({ title, children }) => (
  <section className="OrderContext-card" aria-label={title}>
    <h3>{title}</h3>
    {children}
  </section>
);
