/** Vitamins other than E and K: D, B6, folate, B12, niacin, A, beta-carotene, C. */
import type { Rule } from '../shapes.ts'
import {
  above,
  all,
  any,
  apart,
  atMost,
  classes,
  conditions,
  draft,
  drugs,
  egfrUnder,
  form,
  from,
  reviewed,
  stages,
} from './a-build.ts'

const dont = [
  'Не начинайте витамин, лекарство не меняйте; спросите врача или фармацевта.',
  'Do not start the vitamin and do not change the medicine; ask your doctor or pharmacist.',
] as const
const ill = [
  'Не начинайте витамин без врача, который вас ведёт.',
  'Do not start the vitamin without the doctor who looks after you.',
] as const
const nothing = ['Ничего менять не нужно.', 'Nothing needs to change.'] as const
const check = [
  'Лекарство не меняйте; скажите врачу о витамине, он решит, какие анализы нужны.',
  'Do not change the medicine; tell your doctor about the vitamin, they will decide which tests you need.',
] as const

const d: readonly Rule[] = [
  reviewed(
    'R099',
    'Xa',
    'avoid',
    'vitamin_d',
    conditions('hypercalcaemia hypervitaminosis_d'),
    'efsa_2023_vitamin_d ru_label_grls',
    [
      'Кальций в крови уже высок, витамин D поднимет его ещё выше.',
      'Calcium in the blood is already high, and vitamin D raises it further.',
      'Не принимайте витамин D, пока врач не скажет иначе.',
      'Do not take vitamin D until your doctor says otherwise.',
    ],
  ),
  reviewed(
    'R100',
    'Ja',
    'test_first',
    'vitamin_d',
    conditions('sarcoidosis tuberculosis'),
    'efsa_2023_vitamin_d ru_label_grls',
    [
      'При саркоидозе и похожих болезнях организм сам делает много активного витамина D, кальций может подскочить.',
      'In sarcoidosis and similar diseases the body makes much active vitamin D itself, and calcium may shoot up.',
      'Не начинайте витамин D; сначала врач проверит кальций и витамин D в крови.',
      'Do not start vitamin D; your doctor first checks calcium and vitamin D in the blood.',
    ],
  ),
  reviewed('R101', 'Jb', 'avoid', 'vitamin_d', classes('vitamin_d_analogue'), 'ru_label_grls efsa_2023_vitamin_d', [
    'Лекарство уже действует как витамин D, вместе кальций может подняться слишком высоко.',
    'The medicine already acts as vitamin D; together they can raise calcium too high.',
    ...dont,
  ]),
  reviewed('R102', 'Db', 'monitor', 'vitamin_d', classes('thiazide'), 'ru_label_grls efsa_2023_vitamin_d', [
    'Тиазидное мочегонное задерживает кальций, с витамином D его может стать много.',
    'A thiazide diuretic holds calcium back; with vitamin D it may become too much.',
    ...check,
  ]),
  reviewed('R103', 'Db', 'monitor', 'vitamin_d', classes('cardiac_glycoside'), 'ru_label_grls efsa_2023_vitamin_d', [
    'Если витамин D поднимет кальций, дигоксин легче нарушит ритм сердца.',
    'If vitamin D raises calcium, digoxin upsets the heart rhythm more easily.',
    ...check,
  ]),
  reviewed(
    'R104',
    'Db',
    'test_first',
    'vitamin_d',
    conditions('primary_hyperparathyroidism kidney_stones calcium_stones'),
    'efsa_2023_vitamin_d ru_label_grls',
    [
      'Витамин D увеличивает кальций в крови и моче, а при этой болезни его и так много.',
      'Vitamin D adds calcium to blood and urine, and with this condition there is plenty already.',
      'Не начинайте витамин D; сначала врач проверит кальций в крови и моче.',
      'Do not start vitamin D; your doctor first checks calcium in blood and urine.',
    ],
  ),
  reviewed(
    'R105',
    'Nb',
    'inform',
    'vitamin_d',
    any(drugs('orlistat'), classes('bile_acid_sequestrant enzyme_inducer enzyme_inducer_anticonvulsant')),
    'ru_label_grls ods',
    [
      'Это лекарство снижает уровень витамина D.',
      'This medicine lowers vitamin D.',
      'Лекарство не меняйте; спросите врача, проверить ли витамин D в крови.',
      'Do not change the medicine; ask your doctor whether to check vitamin D in the blood.',
    ],
  ),
]

const leber = [
  'При атрофии зрительных нервов Лебера цианокобаламин может ускорить потерю зрения.',
  'In Leber’s optic atrophy cyanocobalamin may speed up the loss of sight.',
  'Не начинайте цианокобаламин; о другой форме B12 спросите врача.',
  'Do not start cyanocobalamin; ask your doctor about another form of B12.',
] as const

const b: readonly Rule[] = [
  reviewed('R125', 'Ja', 'avoid', 'b6', classes('levodopa_alone'), 'ru_label_grls smpc', [
    'Витамин B6 разрушает леводопу раньше, чем она дойдёт до мозга.',
    'Vitamin B6 breaks levodopa down before it reaches the brain.',
    ...dont,
  ]),
  reviewed('R126', 'Oa', 'inform', 'b6', classes('levodopa_with_inhibitor'), 'ru_label_grls smpc', [
    'Леводопе с карбидопой или бенсеразидом витамин B6 не мешает.',
    'Vitamin B6 does not interfere with levodopa combined with carbidopa or benserazide.',
    ...nothing,
  ]),
  reviewed(
    'R127',
    'Db',
    'cap_dose',
    'b6',
    all(drugs('phenytoin phenobarbital'), from(200, 'mg')),
    'ru_label_grls ods',
    [
      'От 200 мг витамина B6 в день концентрация этого противосудорожного снижается.',
      'From 200 mg of vitamin B6 a day the level of this anticonvulsant falls.',
      ...dont,
    ],
  ),
  reviewed('R128', 'Ja', 'cap_dose', 'b6', from(100, 'mg'), 'efsa_2023_b6 nasem_dri ru_label_grls', [
    'От 100–200 мг витамина B6 в день при долгом приёме немеют руки и ноги: страдают нервы.',
    'From 100–200 mg of vitamin B6 a day over a long time, hands and feet go numb: nerves suffer.',
    'Не принимайте такую дозу подолгу; если её назначил врач, спросите о сроке курса.',
    'Do not take this dose for long; if a doctor prescribed it, ask how long the course is.',
  ]),
  reviewed('R129', 'Db', 'ask_doctor', 'b6', conditions('neuropathy'), 'efsa_2023_b6 ru_label_grls', [
    'Избыток витамина B6 сам повреждает нервы, и его трудно отличить от вашей болезни.',
    'Too much vitamin B6 damages nerves itself and is hard to tell from your condition.',
    'Не начинайте витамин B6 без невролога; сложите его из всех добавок.',
    'Do not start vitamin B6 without your neurologist; add it up over all supplements.',
  ]),
  draft('R130a', 'Ja', 'avoid', 'folate', all(drugs('methotrexate'), conditions('cancer')), 'smpc', [
    'Фолиевая кислота может ослабить противоопухолевое действие метотрексата.',
    'Folic acid may weaken the anticancer effect of methotrexate.',
    'Не начинайте фолиевую кислоту, лекарство не меняйте; спросите онколога.',
    'Do not start folic acid and do not change the medicine; ask your oncologist.',
  ]),
  draft('R130b', 'Ja', 'avoid', 'folate', drugs('raltitrexed'), 'smpc', [
    'Фолиевая кислота мешает ралтитрекседу.',
    'Folic acid works against raltitrexed.',
    'Не начинайте фолиевую кислоту, лекарство не меняйте; спросите онколога.',
    'Do not start folic acid and do not change the medicine; ask your oncologist.',
  ]),
  draft('R130c', 'Ja', 'avoid', 'folate', classes('fluoropyrimidine'), 'smpc', [
    'Фолиевая кислота усиливает токсичность капецитабина и фторурацила.',
    'Folic acid adds to the toxicity of capecitabine and fluorouracil.',
    'Не начинайте фолиевую кислоту, лекарство не меняйте; спросите онколога.',
    'Do not start folic acid and do not change the medicine; ask your oncologist.',
  ]),
  draft('R131', 'Oa', 'inform', 'folate', drugs('methotrexate'), 'smpc', [
    'К низким дозам метотрексата врачи часто назначают фолиевую кислоту, это обычная практика.',
    'Doctors often prescribe folic acid with low-dose methotrexate; that is ordinary practice.',
    'Принимайте её так, как назначил врач.',
    'Take it the way your doctor prescribed.',
  ]),
  draft('R132', 'Db', 'monitor', 'folate', drugs('phenytoin phenobarbital primidone'), 'smpc', [
    'Фолиевая кислота снижает концентрацию противосудорожного, приступы могут вернуться.',
    'Folic acid lowers the level of the anticonvulsant, and seizures may return.',
    ...dont,
  ]),
  reviewed('R133', 'Da', atMost(1, 'mg'), 'folate', above(1, 'mg'), 'efsa_2023_folate nasem_dri', [
    'Больше 1 мг фолиевой кислоты в день может скрыть нехватку витамина B12: анемии нет, а нервы страдают.',
    'More than 1 mg of folic acid a day can hide a lack of vitamin B12: no anaemia, yet nerves suffer.',
    'Не принимайте больше 1 мг в день без назначения; попросите проверить B12.',
    'Do not take more than 1 mg a day unless prescribed; ask to have your B12 checked.',
  ]),
  reviewed(
    'R134',
    'Oa',
    'inform',
    'folate',
    all(stages('pregnant trying'), from(400, 'mcg')),
    'efsa_2023_folate nasem_dri',
    [
      '400 мкг фолиевой кислоты до зачатия и в начале беременности снижают риск пороков нервной трубки.',
      '400 mcg of folic acid before and in early pregnancy lowers the risk of neural tube defects.',
      'Продолжайте; нужна ли вам доза выше, скажет врач.',
      'Carry on; your doctor will say whether you need more.',
    ],
  ),
  draft('R135', 'Oa', 'inform', 'b12', any(drugs('metformin'), classes('ppi')), 'ods', [
    'Метформин и препараты от изжоги снижают уровень B12, так что витамин здесь полезен.',
    'Metformin and acid reducers lower B12, so the vitamin is useful here.',
    'Ничего менять не нужно; можно попросить врача проверить B12.',
    'Nothing needs to change; you may ask your doctor to check your B12.',
  ]),
  draft('R136a', 'Jc', 'avoid', form('cyanocobalamin'), conditions('leber_optic_atrophy'), 'ods case_reports', leber),
  // B12 that nobody named the form of is mostly cyanocobalamin.
  draft('R136b', 'Jc', 'avoid', form('b12'), conditions('leber_optic_atrophy'), 'ods case_reports', leber),
  draft('R137', 'Ja', 'avoid', 'niacin', all(classes('statin'), from(1, 'g')), 'smpc vkm_niacin', [
    'От 1 г никотиновой кислоты вместе со статином чаще повреждаются мышцы.',
    'From 1 g of nicotinic acid with a statin, muscle damage is more likely.',
    ...dont,
  ]),
  draft('R138', 'Xa', 'avoid', 'niacin', conditions('liver_disease gastric_ulcer active_bleeding'), 'smpc vkm_niacin', [
    'Никотиновая кислота вредит больной печени и может усилить кровотечение из язвы.',
    'Nicotinic acid harms an ill liver and can add to bleeding from an ulcer.',
    'Не принимайте никотиновую кислоту; спросите врача о другой форме.',
    'Do not take nicotinic acid; ask your doctor about another form.',
  ]),
  draft('R139', 'Da', 'monitor', 'niacin', classes('antidiabetic'), 'smpc vkm_niacin', [
    'Никотиновая кислота поднимает сахар наперекор лекарству.',
    'Nicotinic acid raises blood sugar against the medicine.',
    ...dont,
  ]),
  draft('R140', 'Db', 'ask_doctor', 'niacin', conditions('gout'), 'smpc vkm_niacin', [
    'Никотиновая кислота задерживает мочевую кислоту и может вызвать приступ подагры.',
    'Nicotinic acid holds uric acid back and can bring on a gout attack.',
    ...ill,
  ]),
  reviewed('R141', 'Nb', 'inform', 'niacin', from(30, 'mg', 'single'), 'efsa_ul_2025 vkm_niacin', [
    'Примерно от 30 мг никотиновой кислоты разом краснеет и горит кожа; это проходит.',
    'From about 30 mg of nicotinic acid at once the skin flushes and burns; it passes.',
    'Принимайте с едой или выберите никотинамид.',
    'Take it with food or choose nicotinamide.',
  ]),
  draft('R142', 'Db', 'monitor', 'niacin', classes('antihypertensive'), 'smpc vkm_niacin', [
    'Никотиновая кислота расширяет сосуды и вместе с лекарством может уронить давление.',
    'Nicotinic acid widens vessels and may drop blood pressure together with the medicine.',
    ...dont,
  ]),
]

const a: readonly Rule[] = [
  draft('R143', 'Xa', 'avoid', 'retinol', drugs('isotretinoin acitretin bexarotene'), 'smpc', [
    'Лекарство — родня витамина А, вместе они складываются в передозировку.',
    'The medicine is a relative of vitamin A; together they add up to an overdose.',
    ...dont,
  ]),
  reviewed(
    'R144',
    'Xa',
    'avoid',
    'retinol',
    all(stages('pregnant trying'), above(3000, 'mcg')),
    'efsa_2024_retinol nasem_dri',
    [
      'Больше 3000 мкг ретинола в день в начале беременности вызывают пороки развития.',
      'More than 3000 mcg of retinol a day in early pregnancy causes birth defects.',
      'Не принимайте такую дозу; если уже принимали, скажите врачу.',
      'Do not take this dose; if you already have, tell your doctor.',
    ],
  ),
  draft('R145', 'Ja', 'avoid', 'retinol', classes('tetracycline'), 'smpc', [
    'Ретинол и тетрациклин вместе могут поднять внутричерепное давление: сильная головная боль, муть в глазах.',
    'Retinol and tetracyclines together can raise pressure in the skull: severe headache, blurred sight.',
    ...dont,
  ]),
  reviewed(
    'R146',
    'Ja',
    'avoid',
    'retinol',
    any(conditions('liver_disease'), { alcohol: true }),
    'efsa_2024_retinol nasem_dri',
    [
      'Ретинол копится в печени; больной печени и при частом алкоголе он вредит сильнее.',
      'Retinol builds up in the liver and does more harm when the liver is ill or alcohol is frequent.',
      'Не начинайте витамин А без врача.',
      'Do not start vitamin A without your doctor.',
    ],
  ),
  draft('R147', 'Nb', apart(2), 'retinol', drugs('orlistat'), 'smpc', [
    'Орлистат не даёт жирам и витамину А всосаться.',
    'Orlistat keeps fat and vitamin A from being absorbed.',
    'Лекарство не меняйте; витамин А принимайте через 2 часа после него или перед сном.',
    'Do not change the medicine; take vitamin A 2 hours after it or at bedtime.',
  ]),
  reviewed(
    'R148',
    'Ja',
    'avoid',
    'beta_carotene',
    any({ smoker: true }, conditions('asbestos_exposure')),
    'efsa_ul_2025 efsa_2024_retinol atbc caret',
    [
      'У курильщиков и работавших с асбестом 20–30 мг бета-каротина в день повысили частоту рака лёгкого.',
      'In smokers and people exposed to asbestos 20–30 mg of beta-carotene a day raised lung cancer rates.',
      'Не принимайте бета-каротин в добавках ни в какой дозе; морковь и овощи есть можно.',
      'Do not take beta-carotene supplements in any dose; carrots and vegetables are fine.',
    ],
  ),
]

/** All of them from 1 g a day. */
const gram = from(1, 'g')
const c: readonly Rule[] = [
  reviewed(
    'R149',
    'Db',
    atMost(1, 'g'),
    'vitamin_c',
    all(conditions('oxalate_stones kidney_stones'), gram),
    'nasem_dri ods',
    [
      'От 1 г витамина С в день в моче больше оксалата, и камни растут быстрее.',
      'From 1 g of vitamin C a day the urine holds more oxalate, and stones grow faster.',
      'Не начинайте такую дозу; спросите уролога, сколько вам можно.',
      'Do not start this dose; ask your urologist how much you may take.',
    ],
  ),
  reviewed('R150', 'Jb', 'avoid', 'vitamin_c', all(conditions('haemochromatosis'), gram), 'nasem_dri ods', [
    'Витамин С усиливает всасывание железа, а при гемохроматозе его и так слишком много.',
    'Vitamin C increases iron absorption, and haemochromatosis already means too much of it.',
    ...ill,
  ]),
  reviewed('R151', 'Jb', 'avoid', 'vitamin_c', all(conditions('g6pd_deficiency'), gram), 'nasem_dri ods', [
    'При дефиците Г6ФД большие дозы витамина С могут разрушать эритроциты.',
    'In G6PD deficiency high doses of vitamin C can destroy red blood cells.',
    ...ill,
  ]),
  draft('R152', 'Ja', 'avoid', 'vitamin_c', all(drugs('deferoxamine'), gram), 'smpc', [
    'С дефероксамином большие дозы витамина С могут навредить сердцу.',
    'With deferoxamine high doses of vitamin C can harm the heart.',
    ...dont,
  ]),
  draft(
    'R153',
    'Db',
    atMost(1, 'g'),
    'vitamin_c',
    all(any(egfrUnder(60), conditions('kidney_failure')), gram),
    'ods smpc',
    [
      'Слабые почки хуже выводят оксалат, который образуется из витамина С.',
      'Weak kidneys clear less of the oxalate that vitamin C turns into.',
      'Не начинайте такую дозу без нефролога.',
      'Do not start this dose without your nephrologist.',
    ],
  ),
  draft(
    'R154',
    'Db',
    'avoid',
    'vitamin_c',
    all(classes('antacid_aluminium'), any(conditions('ckd'), egfrUnder(60)), gram),
    'smpc',
    [
      'Витамин С помогает алюминию из антацида всосаться, а больные почки его не выводят.',
      'Vitamin C helps aluminium from the antacid get absorbed, and ill kidneys do not clear it.',
      ...dont,
    ],
  ),
  draft(
    'R155',
    'Nb',
    'inform',
    'vitamin_c',
    all(any(conditions('diabetes diabetes_1 diabetes_2'), classes('antidiabetic')), gram),
    'ods',
    [
      'Большие дозы витамина С искажают показания некоторых глюкометров и датчиков.',
      'High doses of vitamin C distort some glucose meters and sensors.',
      'Лекарство не меняйте; посмотрите в инструкции к прибору, мешает ли ему витамин С.',
      'Do not change the medicine; see in the meter’s instructions whether vitamin C disturbs it.',
    ],
  ),
]

export const VITAMIN_RULES: readonly Rule[] = [...d, ...b, ...a, ...c]
