type Property = ComponentFramework.PropertyTypes.Property;

export interface PropertyOptions {
  readonly type?: string;
  readonly formatted?: string;
  readonly error?: string;
  readonly security?: Property['security'];
  readonly attributes?: Record<string, unknown>;
}

/** Fits every kind of property with such a value: text, number, choice, … */
type AnyProperty<Raw> = Omit<Property, 'raw' | 'attributes'> & { raw: Raw; attributes: never };

/**
 * A property of a control's manifest with a value; for a bound column also its metadata and column security.
 * Properties a maker did not set have the value null.
 */
export function createProperty<Raw>(
  raw: Raw,
  { type = 'SingleLine.Text', formatted, error, security, attributes }: PropertyOptions = {},
): AnyProperty<Raw> {
  return {
    raw,
    type,
    formatted: formatted ?? (raw === null || raw === undefined ? '' : String(raw)),
    error: error !== undefined,
    errorMessage: error ?? '',
    security,
    attributes: attributes as never,
  };
}
