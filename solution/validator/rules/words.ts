import { children, textOf, type XmlElement } from '../../xml/element';
import { allElements } from '../parts/other-parts';
import type { Solution } from '../parts/solution';
import type { Rule } from '../rule';

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const CASCADE = list('Cascade Active UserOwned NoCascade RemoveLink Restrict');
const YES_NO = list('0 1');

/** Words of elements by the place they stand in, as exports write them. The packages are made with any word, and fail when imported. */
const COLUMN_WORDS: Record<string, ReadonlySet<string>> = {
  Type: list(
    'nvarchar ntext int bigint decimal float money datetime bit picklist multiselectpicklist lookup customer owner partylist file image primarykey uniqueidentifier state status virtual managedproperty entityname',
  ),
  RequiredLevel: list('none recommended required systemrequired'),
  ImeMode: list('auto active inactive disabled'),
  Format: list(
    'text textarea email url phone tickersymbol versionnumber phoneticguide richtext json date datetime none duration timezone language locale jpeg filestream',
  ),
  Behavior: list('1 2 3'),
  SourceType: list('0 1 2'),
  LookupStyle: list('single'),
  ...Object.fromEntries(
    [
      'ValidForUpdateApi ValidForReadApi ValidForCreateApi IsCustomField IsAuditEnabled IsSecured IsCustomizable IsRenameable',
      'CanModifySearchSettings CanModifyRequirementLevelSettings CanModifyAdditionalSettings IsGlobalFilterEnabled',
      'IsSortableEnabled CanModifyGlobalFilterSettings CanModifyIsSortableSettings IsDataSourceSecret IsSearchable',
      'IsFilterable IsRetrievable IsLocalizable CanChangeDateTimeBehavior',
    ].flatMap((names) => names.split(' ').map((name) => [name, YES_NO])),
  ),
};
const DISPLAY_MASK = list(
  'PrimaryName ObjectTypeCode ValidForAdvancedFind ValidForForm ValidForGrid RequiredForForm RequiredForGrid ActivityPointer ActivityRegardingName DenormalizedChild PrimaryImage None',
);
const OPTION_SET_TYPE = list('picklist state status bit');
const RELATIONSHIP_WORDS: Record<string, ReadonlySet<string>> = {
  EntityRelationshipType: list('OneToMany ManyToMany'),
  CascadeAssign: CASCADE,
  CascadeDelete: CASCADE,
  CascadeReparent: CASCADE,
  CascadeShare: CASCADE,
  CascadeUnshare: CASCADE,
  CascadeArchive: CASCADE,
  IsHierarchical: YES_NO,
  IsCustomizable: YES_NO,
};
const VIEW_WORDS: Record<string, ReadonlySet<string>> = {
  querytype: list('0 1 2 4 8 16 32 64 128 256 512 1024 2048 8192'),
  isdefault: YES_NO,
  isquickfindquery: YES_NO,
  isprivate: YES_NO,
};
const FORM_WORDS: Record<string, ReadonlySet<string>> = {
  FormPresentation: list('0 1 2'),
  FormActivationState: list('0 1'),
};
const FORM_TYPES = list('main quick quickCreate card mobile dialog appointmentBook other');

interface Word {
  file: string;
  element: XmlElement;
  name: string;
  text: string;
  allowed: ReadonlySet<string>;
}

function* wordsIn(holder: XmlElement, file: string, words: Record<string, ReadonlySet<string>>): Generator<Word> {
  for (const element of children(holder)) {
    const allowed = words[element.name];
    if (allowed) yield { file, element, name: element.name, text: textOf(element), allowed };
  }
}

function* allWords(solution: Solution): Generator<Word> {
  for (const { file, info, element, allColumns } of solution.tables()) {
    yield* wordsIn(info, file, { OwnershipTypeMask: list('UserOwned OrgOwned') });
    for (const column of allColumns) {
      yield* wordsIn(column.element, file, COLUMN_WORDS);
      for (const mask of children(column.element, 'DisplayMask'))
        for (const text of textOf(mask).split('|'))
          yield { file, element: mask, name: 'DisplayMask', text, allowed: DISPLAY_MASK };
    }
    yield* optionSetTypes(file, element);
  }
  for (const { file, element } of solution.choices()) yield* optionSetTypes(file, element);
  for (const { file, element } of solution.relationships()) yield* wordsIn(element, file, RELATIONSHIP_WORDS);
  for (const { file, element } of solution.views()) yield* wordsIn(element, file, VIEW_WORDS);
  for (const { file, element, type } of solution.forms()) {
    yield* wordsIn(element, file, FORM_WORDS);
    yield { file, element, name: 'folder of forms', text: type, allowed: FORM_TYPES };
  }
}

function* optionSetTypes(file: string, root: XmlElement): Generator<Word> {
  for (const element of allElements(root)) yield* wordsIn(element, file, { OptionSetType: OPTION_SET_TYPE });
}

export const wordRules: readonly Rule[] = [
  {
    code: 'S047',
    severity: 'error',
    title:
      'Types, levels, formats, masks, cascades and flags are words the platform knows. Any other text is packed without complaint.',
    *check(solution) {
      for (const { file, element, name, text, allowed } of allWords(solution)) {
        if (!allowed.has(text) && !(name === 'Format' && text === ''))
          yield {
            file,
            line: element.line,
            message: `'${text}' is nothing that ${name} can say.`,
            fix: `Write one of ${[...allowed].join(', ')}.`,
          };
      }
    },
  },
];
