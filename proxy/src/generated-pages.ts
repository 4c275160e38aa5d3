import { errorPages } from './errors/error-page';
import { eventsPage } from './events/events-page';
import { envExample } from './settings/env-example';

/** The committed files that are written from the code, by their path from the project's root. */
export const generatedPages = (): Record<string, string> => ({
  '.env.example': envExample(),
  'proxy/EVENTS.md': eventsPage(),
  ...Object.fromEntries(Object.entries(errorPages()).map(([name, text]) => [`docs/errors/${name}`, text])),
});
