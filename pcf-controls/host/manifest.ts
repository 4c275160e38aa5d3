/** What the host has to know of a built control. */
export interface Manifest {
  /** `RetailCallCenter.TicketTriage`, the name it registers itself by. */
  readonly registeredName: string;
  readonly css: readonly string[];
  readonly resx: readonly string[];
  readonly dataSets: readonly { readonly name: string; readonly aliases: readonly string[] }[];
  readonly properties: readonly ManifestProperty[];
}

export interface ManifestProperty {
  readonly name: string;
  readonly usage: string;
  readonly type: string;
  readonly defaultValue: string | null;
}

/** @param xml a ControlManifest.xml as it is built */
export function readManifest(xml: string): Manifest {
  const tree = new DOMParser().parseFromString(xml, 'text/xml');
  const all = (selector: string, within: ParentNode = tree) => [...within.querySelectorAll(selector)];
  const attribute = (name: string) => (element: Element) => element.getAttribute(name) ?? '';
  const control = tree.querySelector('control');
  if (!control) throw new Error('The manifest has no control.');
  const groups = new Map(
    all('type-group').map((group) => [attribute('name')(group), group.querySelector('type')?.textContent ?? '']),
  );
  return {
    registeredName: `${attribute('namespace')(control)}.${attribute('constructor')(control)}`,
    css: all('resources > css').map(attribute('path')),
    resx: all('resources > resx').map(attribute('path')),
    dataSets: all('data-set').map((dataSet) => ({
      name: attribute('name')(dataSet),
      aliases: all('property-set', dataSet).map(attribute('name')),
    })),
    properties: all('control > property').map((property) => ({
      name: attribute('name')(property),
      usage: attribute('usage')(property),
      type: attribute('of-type')(property) || (groups.get(attribute('of-type-group')(property)) ?? ''),
      defaultValue: property.getAttribute('default-value'),
    })),
  };
}
