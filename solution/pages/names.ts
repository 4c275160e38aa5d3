import { readLabels } from '../tables/read-choices';
import type { Labels } from '../tables/table';
import { child, type XmlElement } from '../xml/element';

const ENGLISH = 1033;

/** A text of the solution in English, the language of the pages. */
export const english = (labels: Labels): string => labels.get(ENGLISH) ?? '';

/** The English name of a component that has `LocalizedNames`. */
export const nameOf = (component: XmlElement): string =>
  english(readLabels(child(component, 'LocalizedNames'), 'LocalizedName'));

/** An id as ids are compared: lower case, without braces. */
export const bareId = (id: string): string => id.replace(/[{}]/g, '').toLowerCase();
