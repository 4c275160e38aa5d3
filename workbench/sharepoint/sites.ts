import { createHash } from 'node:crypto';
import type { Journal } from '../state/journal';
import { requiredText, type Arguments } from '../gateway/arguments';
import { pathOf } from './names';
import { notFound } from './sharepoint-error';

export type ColumnType =
  'text' | 'note' | 'number' | 'dateTime' | 'boolean' | 'choice' | 'multiChoice' | 'person' | 'lookup' | 'hyperlink';

export interface SharePointColumn {
  /** Internal name, such as `File_x0020_Type`. */
  name: string;
  type: ColumnType;
  required?: boolean;
  indexed?: boolean;
  choices?: readonly string[];
}

export interface SharePointList {
  title: string;
  /** A GUID; made from site and title when left out. */
  id?: string;
  /** Columns besides the ones every list has; a list without this takes any column. */
  columns?: readonly SharePointColumn[];
}

export interface SharePointLibrary extends SharePointList {
  /** Its folder in the site, such as `Shared Documents`; the title when left out. */
  folder?: string;
}

export interface SharePointSite {
  /** Address, such as `https://shop.sharepoint.com/sites/support`. */
  url: string;
  lists?: readonly SharePointList[];
  /** One titled Documents, in `Shared Documents`, when left out. */
  libraries?: readonly SharePointLibrary[];
}

export interface Site {
  url: string;
  key: string;
}

/** A list or a library. */
export interface Room {
  site: Site;
  key: string;
  id: string;
  title: string;
  /** Path of a library's folder; a list has none. */
  root?: string;
  columns?: ReadonlyMap<string, SharePointColumn>;
  /** Nobody described it: it was named and is there, as list and library alike. */
  opened: boolean;
}

export interface SiteOptions {
  journal: Journal;
  sites: readonly SharePointSite[];
  /** Whether any site, list and library that is named is there, empty at first. */
  anyList: boolean;
}

/** Where lists and libraries are found. */
export interface Sites {
  /** @throws {SharePointError} 404 */
  site(dataset: string): Site;
  /** A list or library by its GUID or title, from `dataset` and `table`. @throws {SharePointError} 404 */
  room(args: Arguments): Room;
  /** The library a path lies in; undefined when there is none. */
  libraryOf(site: Site, path: string): Room | undefined;
  roomsOf(site: Site): Room[];
}

const GUID = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i;

function guidFrom(text: string): string {
  const digits = createHash('sha256').update(text).digest('hex');
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    `8${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join('-');
}

/** Lists that were only named are kept by site, id and title. */
interface NamedRoom {
  url: string;
  id: string;
  title: string;
}

/** Reads the sites there are, and opens others as they are named when any is to be there. */
export function openSites({ journal, sites, anyList }: SiteOptions): Sites {
  const siteByKey = new Map<string, Site>();
  const rooms = new Map<string, Room>();
  const named = journal.collection<NamedRoom>('sharepoint/named');

  const keyOf = (url: string) => url.trim().replace(/\/+$/, '').toLowerCase();
  function addSite(url: string): Site {
    const key = keyOf(url);
    const site = siteByKey.get(key) ?? { url: url.trim().replace(/\/+$/, ''), key };
    siteByKey.set(key, site);
    return site;
  }
  function addRoom(site: Site, { title, id, columns }: SharePointList, folder?: string, opened = false): Room {
    const guid = (id ?? guidFrom(`${site.key}/${title.toLowerCase()}`)).toLowerCase();
    const room: Room = {
      site,
      key: `${site.key}/${guid}`,
      id: guid,
      title,
      opened,
      ...(folder === undefined ? {} : { root: pathOf(folder) }),
      ...(columns === undefined ? {} : { columns: new Map(columns.map((column) => [column.name, column])) }),
    };
    rooms.set(room.key, room);
    return room;
  }
  for (const { url, lists = [], libraries = [{ title: 'Documents', folder: 'Shared Documents' }] } of sites) {
    const site = addSite(url);
    for (const list of lists) addRoom(site, list);
    for (const library of libraries) addRoom(site, library, library.folder ?? library.title);
  }
  for (const { url, id, title } of named.values()) addRoom(addSite(url), { id, title }, title, true);

  const roomsOf = (site: Site) => [...rooms.values()].filter((room) => room.site === site);

  /** A list that nobody described can hold items and files alike. */
  function open(site: Site, title: string, id?: string): Room {
    const room = addRoom(site, { title, ...(id === undefined ? {} : { id }) }, title, true);
    named.put(room.key, { url: site.url, id: room.id, title });
    return room;
  }
  function site(dataset: string): Site {
    const found = siteByKey.get(keyOf(dataset));
    if (found !== undefined) return found;
    if (!anyList) throw notFound('Site', dataset);
    return addSite(dataset);
  }

  return {
    site,
    roomsOf,
    room(args) {
      const where = site(requiredText(args, 'dataset'));
      const table = requiredText(args, 'table').trim();
      const guid = GUID.exec(table)?.[1]?.toLowerCase();
      const found =
        guid === undefined
          ? roomsOf(where).find(({ title }) => title.toLowerCase() === table.toLowerCase())
          : rooms.get(`${where.key}/${guid}`);
      if (found !== undefined) return found;
      if (!anyList) throw notFound('List', table);
      return open(where, table, guid);
    },
    libraryOf(where, path) {
      const lower = path.toLowerCase();
      const found = roomsOf(where).find(
        ({ root }) =>
          root !== undefined && (lower === root.toLowerCase() || lower.startsWith(`${root.toLowerCase()}/`)),
      );
      const first = path.split('/')[1];
      return found ?? (anyList && first ? open(where, first) : undefined);
    },
  };
}
