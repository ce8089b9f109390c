/** St John's wort: an inducer of CYP3A4 and P-gp that also acts on serotonin. */
import type { Rule } from '../shapes.ts'
import { any, classes, conditions, drugs, reviewed, stages, under } from './a-build.ts'

const wort = 'st_johns_wort'
const dont = [
  'Не начинайте зверобой и не меняйте лекарство; если уже пьёте зверобой, скажите об этом врачу.',
  'Do not start St John’s wort and do not change the medicine; if you already take the herb, tell your doctor.',
] as const

export const ST_JOHNS_WORT_RULES: readonly Rule[] = [
  reviewed('R001', 'Xa', 'avoid', wort, drugs('ciclosporin tacrolimus'), 'emea_hmpc_sjw smpc', [
    'Зверобой снижает концентрацию иммунодепрессанта, и пересаженный орган может отторгаться.',
    'St John’s wort lowers the level of the immunosuppressant, and a transplanted organ may be rejected.',
    ...dont,
  ]),
  reviewed(
    'R002',
    'Xa',
    'avoid',
    wort,
    any(classes('hiv_protease_inhibitor nnrti'), drugs('bictegravir')),
    'emea_hmpc_sjw smpc',
    [
      'Зверобой снижает концентрацию препарата от ВИЧ, лечение может перестать действовать.',
      'St John’s wort lowers the level of the HIV medicine, and treatment may fail.',
      ...dont,
    ],
  ),
  reviewed('R003', 'Ja', 'avoid', wort, drugs('dolutegravir'), 'emea_hmpc_sjw smpc', [
    'Зверобой снижает концентрацию долутегравира.',
    'St John’s wort lowers the level of dolutegravir.',
    ...dont,
  ]),
  reviewed('R004', 'Xa', 'avoid', wort, any(drugs('irinotecan'), classes('cytostatic_cyp3a4')), 'emea_hmpc_sjw smpc', [
    'Зверобой ускоряет вывод противоопухолевого препарата, и лечение слабеет.',
    'St John’s wort speeds up the removal of the cancer medicine and weakens treatment.',
    ...dont,
  ]),
  reviewed('R005', 'Xa', 'avoid', wort, classes('vka'), 'emea_hmpc_sjw ge_2014', [
    'Зверобой ослабляет варфарин и родственные препараты: МНО падает, растёт риск тромба.',
    'St John’s wort weakens warfarin and its relatives: INR falls and clots become more likely.',
    ...dont,
  ]),
  reviewed('R006', 'Ja', 'avoid', wort, classes('doac'), 'emea_hmpc_sjw smpc', [
    'Зверобой снижает концентрацию антикоагулянта, защита от тромбов слабеет.',
    'St John’s wort lowers the level of the anticoagulant, so protection from clots weakens.',
    ...dont,
  ]),
  reviewed(
    'R007',
    'Ja',
    'avoid',
    wort,
    classes('serotonergic_antidepressant ssri snri tca triptan opioid_serotonergic'),
    'emea_hmpc_sjw nccih',
    [
      'Вместе они могут вызвать серотониновый синдром: дрожь, жар, потливость, возбуждение.',
      'Together they can cause serotonin syndrome: tremor, fever, sweating, agitation.',
      ...dont,
    ],
  ),
  reviewed('R008', 'Xa', 'avoid', wort, classes('maoi linezolid_class'), 'emea_hmpc_sjw smpc', [
    'С ингибиторами МАО и линезолидом велик риск тяжёлого серотонинового синдрома.',
    'With MAO inhibitors and linezolid the risk of severe serotonin syndrome is high.',
    ...dont,
  ]),
  reviewed('R009', 'Ja', 'avoid', wort, classes('hormonal_contraceptive'), 'emea_hmpc_sjw mhra_bnf', [
    'Зверобой ослабляет гормональную контрацепцию, в том числе экстренную: возможна беременность.',
    'St John’s wort weakens hormonal contraception, emergency pills included: pregnancy becomes possible.',
    'Не начинайте зверобой, контрацептив не меняйте; если зверобой уже пьёте, спросите врача о негормональной защите.',
    'Do not start St John’s wort or change the contraceptive; if you already take the herb, ask about non-hormonal protection.',
  ]),
  reviewed('R010', 'Ja', 'avoid', wort, classes('cardiac_glycoside'), 'emea_hmpc_sjw smpc', [
    'Зверобой снижает концентрацию дигоксина, и сердце остаётся без нужной дозы.',
    'St John’s wort lowers the level of digoxin, so the heart gets less than it needs.',
    ...dont,
  ]),
  reviewed('R011', 'Ja', 'avoid', wort, drugs('carbamazepine phenytoin phenobarbital'), 'emea_hmpc_sjw smpc', [
    'Зверобой снижает концентрацию противосудорожного препарата, приступы могут вернуться.',
    'St John’s wort lowers the level of the anticonvulsant, and seizures may return.',
    ...dont,
  ]),
  reviewed(
    'R012',
    'Da',
    'avoid',
    wort,
    drugs('simvastatin atorvastatin omeprazole verapamil theophylline aminophylline midazolam methadone'),
    'emea_hmpc_sjw smpc',
    [
      'Зверобой ускоряет вывод этого лекарства, и оно действует слабее.',
      'St John’s wort speeds up the removal of this medicine, so it works less.',
      ...dont,
    ],
  ),
  reviewed('R013', 'Db', 'avoid', wort, drugs('isotretinoin doxycycline'), 'emea_hmpc_sjw nccih', [
    'И зверобой, и это лекарство делают кожу чувствительнее к солнцу: легче получить ожог.',
    'Both the herb and this medicine make skin more sensitive to the sun, so it burns more easily.',
    ...dont,
  ]),
  reviewed('R014', 'Jb', 'avoid', wort, conditions('bipolar psychosis'), 'emea_hmpc_sjw nccih', [
    'Зверобой может спровоцировать манию или обострение психоза.',
    'St John’s wort can trigger mania or a flare of psychosis.',
    'Не начинайте зверобой без лечащего психиатра.',
    'Do not start St John’s wort without your psychiatrist.',
  ]),
  reviewed('R015', 'Jb', 'avoid', wort, any(stages('pregnant lactating'), under(12)), 'emea_hmpc_sjw nccih', [
    'Для беременных, кормящих и детей до 12 лет данных о зверобое слишком мало.',
    'There is too little data on St John’s wort in pregnancy, breastfeeding and children under 12.',
    'Не начинайте зверобой; о настроении и сне поговорите с врачом.',
    'Do not start St John’s wort; talk to your doctor about mood and sleep.',
  ]),
]
