import { commerceCatalogue } from './catalogue-commerce';
import { deskCatalogue } from './catalogue-desk';
import { laterCatalogue } from './catalogue-later';
import { liveCatalogue } from './catalogue-live';
import { modelCatalogue } from './catalogue-model';
import { repliesCatalogue } from './catalogue-replies';
import { serviceCatalogue } from './catalogue-service';
import { triageCatalogue } from './catalogue-triage';
import { webhookCatalogue } from './catalogue-webhooks';

/** Every setting, by the part it belongs to. Parsing, error texts and `.env.example` all come from here. */
export const groups = {
  'The service': serviceCatalogue,
  'Reading messages': triageCatalogue,
  'The language model': modelCatalogue,
  'Replies to customers': repliesCatalogue,
  'Shop, carriers and payments': commerceCatalogue,
  'Webhooks of the vendors': webhookCatalogue,
  'The desk': deskCatalogue,
  'Trying the real services': liveCatalogue,
  'Kept for later': laterCatalogue,
} as const;

export const catalogue = {
  ...serviceCatalogue,
  ...triageCatalogue,
  ...modelCatalogue,
  ...repliesCatalogue,
  ...commerceCatalogue,
  ...webhookCatalogue,
  ...deskCatalogue,
  ...liveCatalogue,
  ...laterCatalogue,
};

export type SettingName = keyof typeof catalogue;

/** The parsed value of every setting. */
export type SettingValues = { [Name in SettingName]: ReturnType<(typeof catalogue)[Name]['parse']> };
