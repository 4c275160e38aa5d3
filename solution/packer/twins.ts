/** Of these a file `X_managed.xml` may stand beside `X.xml`, for the managed package. Of no other kind it is looked at. */
export const MAY_HAVE_TWIN = /^(Entities\/[^/]+\/FormXml|AppModules|AppModuleSiteMaps)\//;

const TWIN = /_managed\.xml$/;

/** The path of the file that stands in for this one in the managed package. */
export const twinOf = (path: string): string => path.replace(/\.xml$/, '_managed.xml');

/** The path of the file this twin stands in for; undefined when it is none. */
export const originalOf = (path: string): string | undefined =>
  MAY_HAVE_TWIN.test(path) && TWIN.test(path) ? path.replace(TWIN, '.xml') : undefined;
