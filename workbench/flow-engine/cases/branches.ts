import { after, compose, failing } from '../testing/flow-builder';
import { ALWAYS, ifTrue, switchOn } from '../testing/actions';
import { type FlowCase } from './flow-case';

const S = ['Succeeded'];
const F = ['Failed'];
const ok = compose(1);
const NO_BRANCH = 'ActionBranchingConditionNotSatisfied';

/** Conditions and switches: which branch runs, and what becomes of the others. */
export const branchCases: FlowCase[] = [
  [
    'the branch not taken is skipped and says why',
    { I: ifTrue('@equals(1,1)', { Y: ok }, { N: ok }) },
    'Succeeded',
    { I: 'S', Y: 'S', N: 'K' },
    { codes: { N: 'ActionSkipped' }, errors: { N: NO_BRANCH }, billable: 2 },
  ],
  [
    'what is inside a container of the branch not taken is skipped with it',
    { I: ifTrue('@equals(1,2)', { Y: ifTrue('@true', { Z: ok }) }, { N: ok }) },
    'Succeeded',
    { Y: 'K', Z: 'K', N: 'S' },
    { errors: { Y: NO_BRANCH, Z: 'ActionDependencyFailed' } },
  ],
  [
    'a failure handled in its branch does not leave it',
    { I: ifTrue('@true', { A: failing(), B: after(ok, { A: F }) }) },
    'Succeeded',
    { I: 'S', A: 'F', B: 'S' },
  ],
  [
    'a branch that ends skipped after a failure fails the condition',
    { I: ifTrue('@true', { A: failing(), B: after(ok, { A: S }) }), H: after(ok, { I: F }) },
    'Succeeded',
    { I: 'F', B: 'K', H: 'S' },
    { codes: { I: 'ActionFailed' } },
  ],
  [
    'a condition that cannot be read runs neither branch',
    { I: ifTrue('@less(null,1)', { Y: ok }, { N: ok }) },
    'Failed',
    { I: 'F', Y: 'K', N: 'K' },
    { codes: { I: 'InvalidTemplate' }, errors: { Y: 'ActionDependencyFailed' }, order: ['Y', 'N', 'I'] },
  ],
  ['both branches empty', { I: ifTrue('@false', {}, {}) }, 'Succeeded', { I: 'S' }],
  [
    'a skipped condition skips both of its branches',
    { A: failing(), I: after(ifTrue('@true', { Y: ok }, { N: ok }), { A: S }) },
    'Failed',
    { I: 'K', Y: 'K', N: 'K' },
    { errors: { I: 'ActionConditionFailed', Y: 'ActionDependencyFailed', N: 'ActionDependencyFailed' } },
  ],
  [
    'a comparison of null with text is false and no error',
    { I: ifTrue({ equals: ["@triggerBody()?['x']", ''] }, { Y: ok }, { N: ok }) },
    'Succeeded',
    { Y: 'K', N: 'S' },
  ],
  [
    'conditions nested in branches',
    { I: ifTrue('@true', { J: ifTrue('@false', { A: failing() }, { B: ok }) }, { C: failing() }) },
    'Succeeded',
    { I: 'S', J: 'S', A: 'K', B: 'S', C: 'K' },
  ],
  [
    'what runs after a condition runs whichever branch it took',
    { I: ifTrue('@false', { Y: failing() }), Z: after(ok, { I: S }) },
    'Succeeded',
    { Y: 'K', Z: 'S' },
  ],
  [
    'a switch takes the case of its value',
    {
      W: switchOn(
        "@concat('b')",
        [
          ['a', { A: ok }],
          ['b', { B: ok }],
        ],
        { D: ok },
      ),
    },
    'Succeeded',
    { W: 'S', A: 'K', B: 'S', D: 'K' },
    { errors: { A: NO_BRANCH, D: NO_BRANCH } },
  ],
  [
    'a switch without a fitting case takes the default',
    { W: switchOn('@add(1,1)', [[1, { A: failing() }]], { D: ok }) },
    'Succeeded',
    { A: 'K', D: 'S' },
  ],
  [
    'a switch without a fitting case or a default does nothing',
    { W: switchOn('@add(1,1)', [[1, { A: failing() }]]), Z: after(ok, { W: S }) },
    'Succeeded',
    { W: 'S', A: 'K', Z: 'S' },
  ],
  [
    'a number is not the text that looks like it',
    { W: switchOn('@add(0,1)', [['1', { A: ok }]], { D: ok }) },
    'Succeeded',
    { A: 'K', D: 'S' },
  ],
  [
    'cases are compared with their case',
    { W: switchOn("@concat('Open')", [['open', { A: ok }]], { D: ok }) },
    'Succeeded',
    { A: 'K', D: 'S' },
  ],
  [
    'null takes the default',
    { W: switchOn("@triggerBody()?['x']", [['', { A: ok }]], { D: ok }) },
    'Succeeded',
    { A: 'K', D: 'S' },
  ],
  [
    'only the first of two equal cases runs',
    {
      W: switchOn('@add(0,1)', [
        [1, { A: ok }],
        [1, { B: ok }],
      ]),
    },
    'Succeeded',
    { A: 'S', B: 'K' },
  ],
  [
    'a failure in the taken case fails the switch',
    { W: switchOn('@add(0,1)', [[1, { A: failing() }]], { D: ok }), Z: after(ok, { W: ALWAYS }) },
    'Succeeded',
    { W: 'F', A: 'F', D: 'K', Z: 'S' },
    { codes: { W: 'ActionFailed' } },
  ],
  [
    'an expression of a switch that fails runs no case',
    { W: switchOn("@int('x')", [[1, { A: ok }]], { D: ok }) },
    'Failed',
    { W: 'F', A: 'K', D: 'K' },
    { codes: { W: 'InvalidTemplate' }, errors: { A: 'ActionDependencyFailed' } },
  ],
];
