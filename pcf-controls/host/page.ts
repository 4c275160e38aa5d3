import { createContext } from '../mocks/context';
import { countsOf } from '../mocks/recorder';
import { AGENTS } from '../mocks/samples/people';
import { offsetIn } from '../mocks/time-zone';
import { loadControl } from './load-control';
import type { Manifest } from './manifest';
import { measureList } from './measure';
import { plainScene, type Scene } from './scene';
import { orderContextField } from './scenes/order-context';
import { ticketAnalytics } from './scenes/ticket-analytics';
import { ticketTriage } from './scenes/ticket-triage';
import { type ChoiceName, CHOICES, readSituation, type Situation } from './situation';
import { Stage } from './stage';

declare global {
  interface Window {
    /** The control that is shown; tests and people at the console ask it. */
    stage?: Stage;
    measureList: typeof measureList;
    ReactDOM: ConstructorParameters<typeof Stage>[4];
  }
}

const SCENES: Readonly<Record<string, (manifest: Manifest, situation: Situation, now: number) => Scene>> = {
  TicketTriage: ticketTriage,
  TicketAnalytics: ticketAnalytics,
  OrderContext: orderContextField,
};
const byId = (id: string) => document.getElementById(id) as HTMLElement;

/** Loads a built control and shows it in a situation. */
async function show(situation: Situation): Promise<void> {
  const { control, theme, direction, form, language, zone } = situation;
  const { manifest, texts, Constructor } = await loadControl(control);
  const scene = (SCENES[control] ?? plainScene)(manifest, situation, Date.now());
  const place = byId('control');
  const [user] = AGENTS;
  const context = createContext({
    resx: texts,
    languageId: Number(language),
    rightToLeft: direction === 'language' ? undefined : direction === 'rtl',
    timeZoneOffsetMinutes: offsetIn(zone),
    theme,
    formFactor: form,
    width: Math.round(place.getBoundingClientRect().width),
    height: 700,
    user: { id: user?.id ?? '', name: user?.name ?? '', roles: [] },
    ...scene.settings,
  });
  // For measuring: the control begins with its data there.
  if (new URLSearchParams(location.search).has('loaded')) await scene.dataset?.settled();
  window.stage = new Stage(Constructor, context, scene, place, window.ReactDOM, showCalls);
}

/** Lists for a person what the control asked of its host. */
function showCalls(): void {
  const { stage } = window;
  if (!stage || byId('calls').closest('details')?.open !== true) return;
  const lines = Object.entries(countsOf(stage.calls())).map(([name, count]) => `${name} × ${count}`);
  const outputs = JSON.stringify(stage.outputs[stage.outputs.length - 1] ?? {});
  byId('calls').textContent = [`updateView × ${stage.updates}`, ...lines, `outputs: ${outputs}`].join('\n');
}

const LANGUAGES: Readonly<Record<string, string>> = {
  1033: 'English',
  3082: 'Spanish',
  1031: 'German',
  1037: 'Hebrew',
};

/** The choices of the page; each one leads to the address that shows it. */
function offerChoices(situation: Situation): void {
  for (const [name, allowed] of Object.entries(CHOICES)) {
    const chosen = situation[name as ChoiceName];
    const select = document.createElement('select');
    for (const value of new Set<string>([...allowed, chosen]))
      select.append(new Option(LANGUAGES[value] ?? value, value, false, value === chosen));
    select.addEventListener('change', () => {
      const query = new URLSearchParams(location.search);
      query.set(name, select.value);
      location.search = query.toString();
    });
    const label = document.createElement('label');
    label.append(name, select);
    byId('choices').append(label);
  }
}

async function main(): Promise<void> {
  window.measureList = measureList;
  const situation = readSituation(location.search);
  document.documentElement.lang = { '3082': 'es', '1031': 'de', '1037': 'he' }[situation.language] ?? 'en';
  document.documentElement.dataset.theme = situation.theme;
  document.body.dataset.form = situation.form;
  // Alone, as in a form: for tests and pictures.
  document.body.classList.toggle('bare', new URLSearchParams(location.search).has('bare'));
  offerChoices(situation);
  byId('calls').closest('details')?.addEventListener('toggle', showCalls);
  await show(situation);
}

main().catch((problem: Error) => {
  byId('control').textContent = problem.message;
});
