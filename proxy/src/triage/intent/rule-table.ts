/** One sign of an intent: when the pattern is found in a sentence, the intent gains the weight. */
export interface IntentRule {
  /** From 1.2 (a hint) to 3.5 (decisive); negative speaks against the intent. */
  weight: number;
  pattern: RegExp;
}

/** Groups of words that many rules share; written `<name>` in a pattern. Folded text: lower case, no accents. */
const WORD_GROUPS: Readonly<Record<string, string>> = {
  thing:
    '(?:orders?|packages?|parcels?|shipments?|deliver(?:y|ies)|items?|products?|purchases?|stuff|goods|box(?:es)?|packets?|packs?|consignments?|things?|merchandise|pedidos?|paquetes?|envios?|compras?|commandes?|colis|livraisons?|bestellung(?:en)?|pakete?s?|lieferung(?:en)?|sendung(?:en)?|ware)',
  gone: '(?:lost|missing|stolen|vanished|disappeared|misplaced|gone)',
  damaged:
    '(?:damag\\w*|broken|broke|smashed|cracked|crushed|torn|ripped|wet|soaked|leak\\w*|shattered|dented|scratched|empty|in pieces|bent|melted|spoil(?:ed|t)|stained|dirty|ruined|chipped|squashed|faded)',
  bad: '(?:worst|terrible|appalling|awful|horrible|horrendous|horrid|disgusting|disgraceful|pathetic|poor|bad|shocking|dreadful|lousy|rubbish|useless|hopeless|incompetent|unprofessional|unacceptable|disappoint\\w+|unhelpful|abysmal|atrocious|ridiculous|crap|shit|sucks?|trash|garbage|a joke|shambles)',
  firm: '(?:services?|support|company|companies|experiences?|staff|shops?|stores?|website|business|agents?|team|customer (?:care|service)|people|employees?|assistants?|management|organi[sz]ation|work|communication|attitude)',
  charge: '(?:charges?|payments?|transactions?|debits?|deductions?|purchases?|withdrawals?|billings?)',
  not: '(?:not|never|hasnt|havent|didnt|doesnt|isnt|wasnt|arent|werent|dont|cant|cannot|couldnt|wont|wouldnt|nothing|no|yet to)',
  fails:
    '(?:fail\\w*|declin\\w*|reject\\w*|refus\\w*|unsuccess\\w*|error|issues?|problems?|trouble|pending|stuck|blocked|revert\\w*|not (?:go|going|went|gone|work|working|process\\w*|accept\\w*|success\\w*|complet\\w*|allow\\w*)|(?:didnt|doesnt|wont|isnt|wasnt|cant|couldnt|hasnt) (?:go|gone|work|working|process|accept\\w*|complete\\w*|clear\\w*|get|been|let|take))',
};

/**
 * Reads a table of rules: one per line, the weight, a blank, then a pattern with the groups above.
 * Blank lines separate themes. A pattern starts and ends at word borders only where it says so.
 */
export function ruleTable(table: TemplateStringsArray): readonly IntentRule[] {
  return table.raw
    .join('')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const blank = line.indexOf(' ');
      const pattern = line
        .slice(blank + 1)
        .trim()
        .replace(/<([a-z]+)>/g, (_, name: string) => {
          const group = WORD_GROUPS[name];
          if (group === undefined) throw new Error(`no word group <${name}>`);
          return group;
        });
      return { weight: Number(line.slice(0, blank)), pattern: new RegExp(pattern) };
    });
}
