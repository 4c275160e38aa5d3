import * as React from 'react';

/** A card with a heading; no landmark, an order may have a dozen of them. */
export const Section: React.FC<{ readonly title: string }> = ({ title, children }) => (
  <section className="OrderContext-card">
    <h3>{title}</h3>
    {children}
  </section>
);
