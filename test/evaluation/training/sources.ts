import type { TrainingSource } from '../../../proxy/src/triage/linear/model-file';
import { type LabelledMessage, messagesOf, PHRASES, type Source, SOURCES } from './labelled-messages';
import type { MatterText } from './matter-texts';

/** Who made the collections, under which licence. */
export const SOURCE_CREDITS: Readonly<Record<Source | typeof PHRASES, Omit<TrainingSource, 'messages'>>> = {
  [PHRASES]: {
    name: 'phrases and sentences written for this project',
    authors: 'Retail Call Center',
    licence: 'MIT',
    address: 'test/evaluation/training',
  },
  bitext: {
    name: 'Bitext customer support dataset (8K)',
    authors: 'Bitext Innovations',
    licence: 'CDLA-Sharing-1.0',
    address: 'https://github.com/bitext/customer-support-llm-chatbot-training-dataset',
  },
  banking77: {
    name: 'Banking77 (payment, refund and account intents)',
    authors: 'PolyAI: I. Casanueva, T. Temčinas, D. Gerz, M. Henderson, I. Vulić',
    licence: 'CC-BY-4.0',
    address: 'https://github.com/PolyAI-LDN/task-specific-datasets',
  },
  clinc150: {
    name: 'CLINC150',
    authors: 'S. Larson, A. Mahendran, J. Peper, C. Clarke, A. Lee and others',
    licence: 'CC-BY-3.0',
    address: 'https://github.com/clinc/oos-eval',
  },
  'hint3-curekart': {
    name: 'HINT3 v2 (Curekart)',
    authors: 'G. Arora, C. Jain, M. Chaturvedi, K. Modi',
    licence: 'ODbL-1.0',
    address: 'https://github.com/hellohaptik/HINT3',
  },
};

/** The sentences written to tell critical matters from ordinary ones. */
export const matterSource = (texts: readonly MatterText[]): TrainingSource => ({
  name: 'sentences and messages about critical and ordinary matters, written for this project',
  messages: texts.length,
  authors: 'Retail Call Center',
  licence: 'MIT',
  address: 'test/evaluation/training/matters, test/evaluation/cases/dev',
});

/** What a model that was trained on these messages was learned from. */
export const sourcesOf = (messages: readonly LabelledMessage[]): TrainingSource[] =>
  ([PHRASES, ...SOURCES] as const)
    .map((source) => ({ ...SOURCE_CREDITS[source], messages: messagesOf(messages, source).length }))
    .filter((source) => source.messages > 0);
