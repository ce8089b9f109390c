/** Salts of blood and urine: calcium, magnesium, potassium, sodium and bicarbonate. */
import type { Rule } from '../shapes.ts'
import { above, any, apart, beside, classes, conditions, draft, drugs, egfrUnder, from, reviewed } from './a-build.ts'

const dont = [
  'Не начинайте добавку, лекарство не меняйте; спросите врача или фармацевта.',
  'Do not start the supplement and do not change the medicine; ask your doctor or pharmacist.',
] as const
const ill = [
  'Не начинайте добавку без врача, который вас ведёт.',
  'Do not start the supplement without the doctor who looks after you.',
] as const
const never = [
  'Не принимайте добавку; если её назначил врач, напомните ему об этой болезни и сами ничего не меняйте.',
  'Do not take the supplement; if a doctor prescribed it, remind them of this condition and change nothing yourself.',
] as const
const check = [
  'Лекарство не меняйте; скажите врачу о добавке, он решит, какие анализы нужны.',
  'Do not change the medicine; tell your doctor about the supplement, they will decide which tests you need.',
] as const

const failing = any(egfrUnder(30), conditions('kidney_failure'))
const weak = any(egfrUnder(60), conditions('kidney_failure'))

const calcium: readonly Rule[] = [
  reviewed('R093', 'Xa', 'avoid', 'calcium', conditions('hypercalcaemia hypercalciuria'), 'ru_label_grls nasem_dri', [
    'Кальция в крови или моче и так слишком много.',
    'There is already too much calcium in the blood or urine.',
    ...never,
  ]),
  reviewed('R094', 'Xa', 'avoid', 'calcium', failing, 'ru_label_grls', [
    'Почки при такой функции не выводят лишний кальций, он оседает в сосудах и тканях.',
    'Kidneys this weak do not clear extra calcium, and it settles in vessels and tissues.',
    ...never,
  ]),
  reviewed('R095', 'Db', 'monitor', 'calcium', classes('thiazide'), 'ru_label_grls nasem_dri', [
    'Тиазидное мочегонное задерживает кальций, в крови его может стать слишком много.',
    'A thiazide diuretic holds calcium back, and the blood may get too much of it.',
    ...check,
  ]),
  reviewed('R096', 'Db', 'monitor', 'calcium', classes('cardiac_glycoside'), 'ru_label_grls', [
    'Избыток кальция делает дигоксин опаснее для ритма сердца.',
    'Too much calcium makes digoxin more dangerous for the heart rhythm.',
    ...check,
  ]),
  reviewed('R097', 'Jb', 'avoid', 'calcium', conditions('kidney_stones calcium_stones'), 'ru_label_grls nasem_dri', [
    'Камни в почках чаще всего из кальция, и таблетки кальция помогают им расти.',
    'Kidney stones are mostly made of calcium, and calcium tablets help them grow.',
    'Не начинайте таблетки кальция без уролога; кальций из еды при этом не урезают.',
    'Do not start calcium tablets without your urologist; calcium from food need not be cut.',
  ]),
  reviewed('R098', 'Nb', apart(2), 'calcium', beside('iron zinc magnesium'), 'nasem_dri ru_label_grls', [
    'Кальций мешает железу, цинку и магнию всасываться, если принять их разом.',
    'Calcium keeps iron, zinc and magnesium from being absorbed when taken at once.',
    'Принимайте в разное время: например, железо или цинк в 10:00, кальций в 14:00, магний вечером.',
    'Take them at different times: for example iron or zinc at 10:00, calcium at 14:00, magnesium in the evening.',
  ]),
]

const magnesium: readonly Rule[] = [
  reviewed('R106', 'Xa', 'avoid', 'magnesium', failing, 'ru_label_grls ods', [
    'Почки при такой функции не выводят магний: он копится, падает давление, слабеет дыхание.',
    'Kidneys this weak do not clear magnesium: it builds up, pressure drops, breathing weakens.',
    ...never,
  ]),
  reviewed('R107', 'Db', 'monitor', 'magnesium', weak, 'ru_label_grls ods', [
    'Слабые почки хуже выводят магний, и он может накопиться.',
    'Weak kidneys clear less magnesium, and it may build up.',
    ...ill,
  ]),
  reviewed('R108', 'Jb', 'avoid', 'magnesium', conditions('myasthenia_gravis'), 'ru_label_grls ods', [
    'Магний мешает нерву управлять мышцей, и слабость при миастении усиливается.',
    'Magnesium gets between nerve and muscle, and the weakness of myasthenia grows.',
    ...ill,
  ]),
  reviewed('R109', 'Jb', 'avoid', 'magnesium', conditions('av_block'), 'ru_label_grls ods', [
    'Магний замедляет проведение в сердце, при АВ-блокаде это опасно.',
    'Magnesium slows conduction in the heart, which is dangerous in AV block.',
    ...ill,
  ]),
  reviewed('R110', 'Nb', apart(2), 'magnesium', drugs('gabapentin rosuvastatin'), 'ods ru_label_grls', [
    'Магний немного снижает всасывание этого лекарства.',
    'Magnesium slightly lowers the absorption of this medicine.',
    'Лекарство не меняйте; разведите на 2 часа: например, лекарство в 08:00, магний в 10:00.',
    'Do not change the medicine; keep 2 hours apart: for example medicine at 08:00, magnesium at 10:00.',
  ]),
  reviewed('R111', 'Nb', 'inform', 'magnesium', above(250, 'mg'), 'efsa_ul_2025 nasem_dri ods', [
    'Выше верхнего уровня магний часто вызывает понос.',
    'Above the upper level magnesium often causes diarrhoea.',
    'Уменьшите дозу или поделите её на два приёма, если её не назначил врач.',
    'Lower the dose or split it in two, unless a doctor prescribed it.',
  ]),
]

const holdsPotassium = [
  'Лекарство задерживает калий; с добавкой или солью с калием он может подняться до опасного для сердца уровня.',
  'The medicine holds potassium back; with a supplement or potassium salt it may rise to a level dangerous for the heart.',
  'Не начинайте калий и соль с калием, лекарство не меняйте; спросите врача.',
  'Do not start potassium or potassium salt and do not change the medicine; ask your doctor.',
] as const
const mayHold = [
  'Это лекарство может поднять калий в крови, а добавка поднимет его ещё.',
  'This medicine can raise potassium in the blood, and the supplement raises it further.',
  'Не начинайте калий и соль с калием, лекарство не меняйте; спросите врача об анализе на калий.',
  'Do not start potassium or potassium salt, do not change the medicine; ask your doctor about a potassium test.',
] as const

const potassium: readonly Rule[] = [
  reviewed(
    'R112',
    'Xa',
    'avoid',
    'potassium',
    any(classes('potassium_sparing_diuretic'), drugs('finerenone')),
    'smpc ods ru_label_grls',
    holdsPotassium,
  ),
  reviewed(
    'R113',
    'Ja',
    'avoid',
    'potassium',
    any(classes('ace_inhibitor arb'), drugs('sacubitril')),
    'smpc ods ru_label_grls',
    holdsPotassium,
  ),
  reviewed(
    'R114',
    'Ja',
    'avoid',
    'potassium',
    any(drugs('ciclosporin tacrolimus trimethoprim heparin'), classes('heparins')),
    'smpc ods',
    holdsPotassium,
  ),
  reviewed('R115', 'Db', 'monitor', 'potassium', any(drugs('drospirenone'), classes('nsaid')), 'smpc ods', mayHold),
  reviewed('R116', 'Xa', 'avoid', 'potassium', any(failing, conditions('hyperkalaemia')), 'smpc ods ru_label_grls', [
    'Калий не выводится как надо, и его избыток опасен для ритма сердца.',
    'Potassium is not cleared as it should be, and too much of it endangers the heart rhythm.',
    ...never,
  ]),
  reviewed('R117', 'Ja', 'avoid', 'potassium', weak, 'smpc ods', [
    'Слабые почки хуже выводят калий, и он может подняться до опасного уровня.',
    'Weak kidneys clear less potassium, and it may rise to a dangerous level.',
    ...ill,
  ]),
  reviewed('R118', 'Ja', 'avoid', 'potassium', conditions('addison'), 'smpc ods ru_label_grls', [
    'При болезни Аддисона калий задерживается сам, добавка может поднять его до опасного уровня.',
    'In Addison’s disease potassium is held back anyway; a supplement can raise it to a dangerous level.',
    ...ill,
  ]),
]

/** Bicarbonate is sodium too: what is said of sodium reaches it through its composition. */
const onSodium = (id: string, make: (id: string, subject: string) => Rule): readonly Rule[] => [
  make(`${id}a`, 'sodium'),
  make(`${id}b`, 'electrolytes'),
]

const sodium: readonly Rule[] = [
  ...onSodium('R119', (id, subject) =>
    draft(id, 'Ja', 'avoid', subject, conditions('heart_failure'), 'smpc issn_bicarbonate_2021', [
      'Натрий задерживает воду, и сердечная недостаточность усиливается.',
      'Sodium holds water back, and heart failure gets worse.',
      ...ill,
    ]),
  ),
  ...onSodium('R120', (id, subject) =>
    draft(id, 'Ja', 'avoid', subject, conditions('uncontrolled_hypertension'), 'smpc issn_bicarbonate_2021', [
      'Натрий поднимает давление, которое и так не удаётся удержать.',
      'Sodium raises blood pressure that is already out of control.',
      ...ill,
    ]),
  ),
  ...onSodium('R121', (id, subject) =>
    draft(id, 'Ja', 'avoid', subject, weak, 'smpc issn_bicarbonate_2021', [
      'Слабые почки хуже выводят натрий: отёки, давление, сдвиг кислотности крови.',
      'Weak kidneys clear less sodium: swelling, pressure, a shift in the acidity of the blood.',
      ...ill,
    ]),
  ),
  ...onSodium('R122', (id, subject) =>
    draft(id, 'Db', 'monitor', subject, classes('lithium_salt'), 'smpc', [
      'Когда натрия становится больше или меньше, меняется и концентрация лития.',
      'When sodium goes up or down, the level of lithium changes too.',
      'Лекарство не меняйте, соль держите ровной; спросите врача о проверке лития.',
      'Do not change the medicine, keep salt steady; ask your doctor about a lithium test.',
    ]),
  ),
  draft('R123', 'Nb', 'inform', 'bicarbonate', from(0.3, 'g', 'kg_day'), 'issn_bicarbonate_2021', [
    'От 0,3 г соды на килограмм часто тошнит, пучит и слабит.',
    'From 0.3 g of bicarbonate per kilogram nausea, bloating and diarrhoea are common.',
    'Не пробуйте впервые перед стартом; поделите дозу на части.',
    'Do not try it for the first time before an event; split the dose.',
  ]),
  draft('R124', 'Db', 'ask_doctor', 'bicarbonate', any(drugs('quinidine methenamine'), classes('salicylate')), 'smpc', [
    'Сода ощелачивает мочу, и лекарство выводится иначе, чем рассчитано.',
    'Bicarbonate makes urine alkaline, so the medicine leaves the body at another rate.',
    ...dont,
  ]),
]

export const SALT_RULES: readonly Rule[] = [...calcium, ...magnesium, ...potassium, ...sodium]
