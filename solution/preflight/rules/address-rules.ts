import type { Variable } from '../../settings/needs';
import type { Rule } from '../rule';
import type { SettingsSubject } from './settings-subject';
import { valueRule } from './value-rule';

const urlOf = (text: string) => (URL.canParse(text) ? new URL(text) : undefined);
const isTicketAddress = ({ schemaName }: Variable) => schemaName === 'rcc_TicketAddress';
const isSite = ({ schemaName, kind }: Variable) => kind === 'web address' && schemaName.endsWith('Site');

/** Host of the app in an environment, whose Web API answers at `contoso.api.crm4.dynamics.com` too. */
const hostOf = (url: URL) => url.host.replace(/^([^.]+)\.api\./, '$1.');

/** SharePoint in Microsoft's clouds: `.com`, `.us`, `.cn`, `-mil.us`; a farm of one's own is reached by any host. */
const SHAREPOINT = /\.sharepoint(-mil)?\.[a-z]+$/;

/** Microsoft, "Restrictions and limitations in OneDrive and SharePoint": characters no name of a folder has. */
const NO_FOLDER = /["*:<>?\\|]|\/\//;

/** Addresses of tickets, sites and folders. */
export const addressRules: readonly Rule<SettingsSubject>[] = [
  valueRule({
    code: 'P020',
    title: 'The address of a ticket ends where its id follows.',
    isWrong: (value, variable) => isTicketAddress(variable) && !/[?&]id=$/.test(value),
    says: 'does not end in id=: the links in mails would open no ticket.',
    fix: 'Write the address as the page beside the settings shows it, up to id= and without an id.',
  }),
  valueRule({
    code: 'P022',
    title: 'The address of a ticket is of the environment that is deployed to.',
    isWrong(value, variable, { environment }) {
      const [written, wanted] = [urlOf(value), urlOf(environment ?? '')];
      if (!isTicketAddress(variable) || written === undefined || wanted === undefined) return false;
      return hostOf(written) !== hostOf(wanted);
    },
    says: 'is of another environment: the links in mails would lead there.',
    fix: 'Write the address of the environment that is deployed to.',
  }),
  valueRule({
    code: 'P024',
    severity: 'warning',
    title: 'A site is one of SharePoint.',
    isWrong: (value, variable) => isSite(variable) && !SHAREPOINT.test(urlOf(value)?.hostname ?? '.sharepoint.com'),
    says: 'is not of SharePoint Online.',
    fix: 'Take the address of a site, such as https://contoso.sharepoint.com/sites/desk; leave it when SharePoint runs on servers of your own.',
  }),
  valueRule({
    code: 'P025',
    title: 'A site is its address alone.',
    isWrong: (value, variable) => isSite(variable) && URL.canParse(value) && /[?#]/.test(value),
    says: 'has something after the address of the site.',
    fix: 'Take away what begins with ? or #.',
  }),
  valueRule({
    code: 'P026',
    title: 'A folder has a name SharePoint takes.',
    isWrong: (value, { kind }) => kind === 'folder' && NO_FOLDER.test(value),
    says: 'has a character that no folder of SharePoint has, or nothing between two /.',
    fix: 'Write the names of the folders with one / between them, without " * : < > ? \\ |.',
  }),
];
