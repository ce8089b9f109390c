/** Amino acids and their kin: serotonin, tyramine-like effects, levodopa, phenylketonuria. */
import type { Rule } from '../shapes.ts'
import { any, classes, conditions, draft, drugs } from './a-build.ts'

const dont = [
  'Не начинайте добавку и не меняйте лекарство; спросите врача или фармацевта.',
  'Do not start the supplement and do not change the medicine; ask your doctor or pharmacist.',
] as const
const syndrome = [
  'Вместе они могут вызвать серотониновый синдром: дрожь, жар, потливость, возбуждение.',
  'Together they can cause serotonin syndrome: tremor, fever, sweating, agitation.',
  ...dont,
] as const
const severeSyndrome = [
  'С ингибитором МАО или линезолидом велик риск тяжёлого серотонинового синдрома.',
  'With an MAO inhibitor or linezolid the risk of severe serotonin syndrome is high.',
  ...dont,
] as const
const pressor = [
  'С ингибитором МАО аминокислота может резко поднять давление.',
  'With an MAO inhibitor this amino acid can raise blood pressure sharply.',
  ...dont,
] as const
const levodopa = [
  'Аминокислота всасывается тем же путём, что и леводопа, и может ослабить её действие.',
  'The amino acid is absorbed the same way as levodopa and may weaken it.',
  ...dont,
] as const
const thyroid = [
  'Из этой аминокислоты строятся гормоны щитовидной железы, их избыток может усилиться.',
  'Thyroid hormones are built from this amino acid, so an excess of them may grow.',
  ...dont,
] as const
const phenylketonuria = [
  'При фенилкетонурии фенилаланин не распадается и накапливается в мозге.',
  'In phenylketonuria phenylalanine is not broken down and builds up in the brain.',
  'Не принимайте; проверяйте состав других добавок на фенилаланин и аспартам.',
  'Do not take it; check other supplements for phenylalanine and aspartame.',
] as const

const serotonergic = classes('serotonergic_antidepressant ssri snri tca triptan opioid_serotonergic')
const overactive = any(conditions('hyperthyroidism'), classes('thyroid_hormone'))

export const AMINO_ACID_RULES: readonly Rule[] = [
  draft('R047a', 'Xa', 'avoid', 'five_htp', classes('maoi linezolid_class'), 'smpc nccih', severeSyndrome),
  draft('R047b', 'Xa', 'avoid', 'tryptophan', classes('maoi linezolid_class'), 'smpc nccih', severeSyndrome),
  draft('R048a', 'Jb', 'avoid', 'five_htp', serotonergic, 'smpc nccih', syndrome),
  draft('R048b', 'Jb', 'avoid', 'tryptophan', serotonergic, 'smpc nccih', syndrome),
  draft('R049', 'Dc', 'ask_doctor', 'five_htp', any(drugs('carbidopa'), classes('levodopa_with_inhibitor')), 'nccih', [
    'Карбидопа задерживает распад 5-HTP, и его действие на серотонин усиливается.',
    'Carbidopa holds back the breakdown of 5-HTP, so its effect on serotonin grows.',
    ...dont,
  ]),
  draft('R050', 'Jb', 'avoid', 'sam_e', classes('serotonergic_antidepressant ssri snri tca'), 'ru_label_grls nccih', [
    'Адеметионин (SAMe) сам действует на серотонин; с антидепрессантом описан серотониновый синдром.',
    'SAMe acts on serotonin itself; serotonin syndrome is reported with antidepressants.',
    ...dont,
  ]),
  draft('R051', 'Jb', 'avoid', 'sam_e', conditions('bipolar'), 'ru_label_grls nccih', [
    'Адеметионин (SAMe) может запустить манию при биполярном расстройстве.',
    'SAMe can set off mania in bipolar disorder.',
    'Не начинайте без лечащего психиатра.',
    'Do not start it without your psychiatrist.',
  ]),
  draft('R052a', 'Jb', 'avoid', 'tyrosine', classes('maoi'), 'smpc ods', pressor),
  draft('R052b', 'Jb', 'avoid', 'phenylalanine', classes('maoi'), 'smpc ods', pressor),
  draft(
    'R053a',
    'Dc',
    'ask_doctor',
    'tyrosine',
    classes('levodopa_drug levodopa_alone levodopa_with_inhibitor'),
    'smpc ods',
    levodopa,
  ),
  draft(
    'R053b',
    'Dc',
    'ask_doctor',
    'phenylalanine',
    classes('levodopa_drug levodopa_alone levodopa_with_inhibitor'),
    'smpc ods',
    levodopa,
  ),
  draft('R054a', 'Dc', 'ask_doctor', 'tyrosine', overactive, 'ods', thyroid),
  draft('R054b', 'Dc', 'ask_doctor', 'phenylalanine', overactive, 'ods', thyroid),
  draft('R055a', 'Xa', 'avoid', 'phenylalanine', conditions('pku'), 'label_allergen ods', phenylketonuria),
  draft('R055b', 'Xa', 'avoid', 'aspartame', conditions('pku'), 'label_allergen ods', [
    'Аспартам распадается на фенилаланин, который при фенилкетонурии накапливается в мозге.',
    'Aspartame breaks down to phenylalanine, which builds up in the brain in phenylketonuria.',
    'Не принимайте; ищите вариант без аспартама.',
    'Do not take it; look for one without aspartame.',
  ]),
]
