import type { VendorView } from '../page/client/page-data';

export interface BannerFacts {
  page: string;
  service: string;
  dataFolder: string;
  vendors: VendorView[];
}

/** Told before the first start, which takes a little longer. */
export const firstStart = (folder: string): string => `First start: creating ${folder} with
  proxy/         keys and events of the service
  Files/bronze/  the events as files
  workbench/     mailbox, tables and runs of the local platform
  sandboxes/     what was done to the orders at the vendors' sandboxes
Delete the folder to begin again from nothing.
`;

const WITHOUT: Record<string, string> = { openai: 'the offline model reads the messages' };

/** What runs where. */
export function banner({ page, service, dataFolder, vendors }: BannerFacts): string {
  const width = Math.max(...vendors.map(({ name }) => name.length));
  const lines = vendors.map(({ id, name, origin, address }) => {
    const where = address ?? WITHOUT[id] ?? 'no key is set; answers name it as missing';
    return `  ${name.padEnd(width)}  ${origin.padEnd(7)}  ${where}`;
  });
  return [
    '',
    'Retail Call Center is running.',
    '',
    `  Page     ${page}`,
    `  Desk     ${page}/desk`,
    `  Service  ${service}`,
    `  State    ${dataFolder}`,
    '',
    ...lines,
    '',
    'Press Ctrl-C to stop.',
  ].join('\n');
}
