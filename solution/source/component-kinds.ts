/** How a kind of component lies in the source and in `customizations.xml` of the package. */
export interface ComponentKind {
  /** What a person calls it. */
  name: string;
  /** Top folder of the source. */
  folder: string;
  /** Empty element of `Other/Customizations.xml` that has to be there for the kind to be packed. */
  placeholder: string;
  /** Element of one component, which is a child of the placeholder in the package. */
  element: string;
  /** Type code of its root component in `solution.xml`; none when it comes with another one. */
  rootType?: number;
  /** What the root component names it by. */
  rootKey?: 'schemaName' | 'id';
}

/**
 * The kinds this product and its users' solutions are made of, in the order of the placeholders. Codes and places were
 * seen in packages of Microsoft's SolutionPackager 9.1 and in public exports.
 */
export const COMPONENT_KINDS: readonly ComponentKind[] = [
  { name: 'table', folder: 'Entities', placeholder: 'Entities', element: 'Entity', rootType: 1, rootKey: 'schemaName' },
  { name: 'security role', folder: 'Roles', placeholder: 'Roles', element: 'Role', rootType: 20, rootKey: 'id' },
  { name: 'cloud flow', folder: 'Workflows', placeholder: 'Workflows', element: 'Workflow', rootType: 29, rootKey: 'id' },
  { name: 'relationship', folder: 'Other/Relationships', placeholder: 'EntityRelationships', element: 'EntityRelationship' },
  { name: 'choice', folder: 'OptionSets', placeholder: 'optionsets', element: 'optionset', rootType: 9, rootKey: 'schemaName' },
  { name: 'web resource', folder: 'WebResources', placeholder: 'WebResources', element: 'WebResource', rootType: 61, rootKey: 'schemaName' },
  { name: 'control', folder: 'Controls', placeholder: 'CustomControls', element: 'CustomControl', rootType: 66, rootKey: 'schemaName' },
  { name: 'site map', folder: 'AppModuleSiteMaps', placeholder: 'AppModuleSiteMaps', element: 'AppModuleSiteMap', rootType: 62, rootKey: 'schemaName' },
  { name: 'app', folder: 'AppModules', placeholder: 'AppModules', element: 'AppModule', rootType: 80, rootKey: 'schemaName' },
  { name: 'connector', folder: 'Connectors', placeholder: 'Connectors', element: 'Connector', rootType: 372, rootKey: 'id' },
  { name: 'dashboard', folder: 'Dashboards', placeholder: 'Dashboards', element: 'Dashboard', rootType: 60, rootKey: 'id' },
]; // prettier-ignore
