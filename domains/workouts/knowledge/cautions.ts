import type { Trait } from './exercises.ts'
import { SOURCES } from './formulas.ts'

/** What an injury or a condition forbids, each with its source. Cautious: what is not known to be fit is left out. */

const INJURY =
  'ACSM’s Guidelines for Exercise Testing and Prescription, 11th ed., 2021, ch. 2: symptoms and injuries before exercise; Haff & Triplett (NSCA), 4th ed., 2016, ch. 22: rehabilitation and reconditioning'

export interface BodyPart {
  key: string
  ru: string
  en: string
  words: readonly string[]
  /** Parts of the catalogue's `stresses` that an injury here rules out. */
  rulesOut: readonly string[]
  source: string
}
const part = (key: string, ru: string, en: string, words: string, rulesOut: readonly string[]): BodyPart => ({
  key,
  ru,
  en,
  words: words.split('|'),
  rulesOut,
  source: INJURY,
})

export const BODY_PARTS: readonly BodyPart[] = [
  part(
    'knee',
    'колено',
    'knee',
    'коленка|коленный сустав|мениск|крестообразная связка|надколенник|knees|meniscus|acl|patella|kneecap',
    ['knee'],
  ),
  part(
    'lower_back',
    'поясница',
    'lower back',
    'спина|спину|позвоночник|поясничный отдел|грыжа позвоночника|межпозвоночная грыжа|протрузия|радикулит|ишиас|люмбаго|back|spine|lumbar|sciatica|slipped disc|herniated disc',
    ['lower_back'],
  ),
  part('upper_back', 'верх спины', 'upper back', 'лопатка|грудной отдел|трапеция|shoulder blade|thoracic spine', [
    'shoulder',
    'neck',
  ]),
  part('neck', 'шея', 'neck', 'шейный отдел|шейный остеохондроз|cervical spine', ['neck']),
  part(
    'shoulder',
    'плечо',
    'shoulder',
    'плечи|плечевой сустав|вращательная манжета|дельта|ключица|shoulders|rotator cuff|collarbone|clavicle',
    ['shoulder'],
  ),
  part('elbow', 'локоть', 'elbow', 'локти|локтевой сустав|теннисный локоть|предплечье|elbows|tennis elbow|forearm', [
    'elbow',
  ]),
  part('wrist', 'запястье', 'wrist', 'кисть|запястья|лучезапястный сустав|wrists', ['wrist', 'hand']),
  part('hand', 'рука', 'hand', 'палец руки|пальцы|ладонь|finger|thumb|palm|arm', ['hand', 'wrist', 'elbow']),
  part('hip', 'тазобедренный сустав', 'hip', 'таз|бедро|тазобедренный|hips|pelvis|glute|ягодица', ['hip', 'groin']),
  part('groin', 'пах', 'groin', 'паховая область|приводящая мышца|adductor', ['groin', 'hip']),
  part('hamstring', 'задняя поверхность бедра', 'hamstring', 'бицепс бедра|двуглавая мышца бедра|hamstrings', [
    'hamstring',
  ]),
  part('thigh', 'передняя поверхность бедра', 'thigh', 'квадрицепс|четырёхглавая мышца|quadriceps|quad', [
    'knee',
    'hip',
  ]),
  part('calf', 'икра', 'calf', 'икры|икроножная мышца|calves', ['calf', 'achilles']),
  part('shin', 'голень', 'shin', 'надкостница|голени|shin splints|shins|leg|нога', ['shin', 'ankle']),
  part('achilles', 'ахилл', 'Achilles tendon', 'ахиллово сухожилие|ахиллово|achilles', ['achilles', 'calf']),
  part('ankle', 'голеностоп', 'ankle', 'лодыжка|щиколотка|голеностопный сустав|ankles', ['ankle', 'achilles']),
  part(
    'foot',
    'стопа',
    'foot',
    'ступня|стопы|пятка|пяточная шпора|подошвенная фасция|палец ноги|feet|heel|plantar fasciitis|toe',
    ['foot', 'ankle'],
  ),
  part('chest', 'грудь', 'chest', 'грудная мышца|ребро|рёбра|rib|ribs|pec', ['chest']),
  part('abdomen', 'живот', 'abdomen', 'пресс|косые мышцы|abs|stomach muscle', ['lower_back']),
]

export interface Caution {
  key: string
  /** Stems that name the condition in a safety fact, in either language; all words of one entry must be there. */
  words: readonly string[]
  traits: readonly Trait[]
  source: string
  /** The hardest effort on CR-10 a plan asks for; undefined leaves the usual limits. */
  maxRpe?: number
  /** Nothing is planned before a doctor has said what may be done. */
  clearance?: true
}
const ACSM = SOURCES.acsmGuidelines
export const CAUTIONS: readonly Caution[] = [
  {
    key: 'pregnancy',
    words: ['беременность', 'беременна', 'pregnancy', 'pregnant'],
    traits: ['supine', 'prone', 'fall', 'impact', 'valsalva', 'intense', 'isometric', 'inverted'],
    maxRpe: 4,
    source: SOURCES.acog,
  },
  {
    key: 'postpartum',
    words: ['послеродовой', 'после родов', 'роды', 'postpartum', 'кормление грудью', 'breastfeeding'],
    traits: ['impact', 'valsalva', 'intense', 'spinal_flexion'],
    maxRpe: 5,
    source: SOURCES.acog,
  },
  {
    key: 'hypertension',
    words: [
      'гипертония',
      'гипертензия',
      'высокое давление',
      'повышенное давление',
      'hypertension',
      'high blood pressure',
    ],
    traits: ['valsalva', 'isometric', 'inverted', 'intense'],
    maxRpe: 5,
    source: `${ACSM}, ch. 9: hypertension`,
  },
  {
    key: 'heart',
    words: [
      'ишемическая болезнь',
      'ибс',
      'инфаркт',
      'стенокардия',
      'аритмия',
      'фибрилляция',
      'сердечная недостаточность',
      'порок сердца',
      'кардиомиопатия',
      'миокардит',
      'heart disease',
      'heart failure',
      'heart attack',
      'angina',
      'arrhythmia',
      'atrial fibrillation',
      'coronary',
      'cardiomyopathy',
      'myocarditis',
      'stroke',
      'инсульт',
      'аневризма',
      'aneurysm',
    ],
    traits: ['valsalva', 'isometric', 'intense', 'impact'],
    maxRpe: 3,
    clearance: true,
    source: `${ACSM}, ch. 2 and 8: preparticipation screening, cardiovascular disease`,
  },
  {
    key: 'osteoporosis',
    words: ['остеопороз', 'остеопения', 'osteoporosis', 'osteopenia'],
    traits: ['spinal_flexion', 'twist', 'impact', 'fall'],
    source: 'Giangregorio L.M. et al., Too Fit To Fracture, Osteoporos Int 2014;25:821–835',
  },
  {
    key: 'hernia',
    words: [
      'паховая грыжа',
      'пупочная грыжа',
      'грыжа живота',
      'inguinal hernia',
      'umbilical hernia',
      'abdominal hernia',
    ],
    traits: ['valsalva', 'spinal_flexion', 'intense'],
    source: 'HerniaSurge Group, International guidelines for groin hernia management, Hernia 2018;22:1–165',
  },
  {
    key: 'glaucoma',
    words: ['глаукома', 'отслойка сетчатки', 'ретинопатия', 'glaucoma', 'retinal detachment', 'retinopathy'],
    traits: ['inverted', 'valsalva', 'isometric', 'impact'],
    source: `${ACSM}, ch. 9: diabetes, retinopathy; European Glaucoma Society Guidelines, 5th ed., 2020`,
  },
  {
    key: 'epilepsy',
    words: ['эпилепсия', 'epilepsy', 'seizures'],
    traits: ['fall'],
    source: 'Capovilla G. et al., Epilepsy, seizures, physical exercise, and sports (ILAE), Epilepsia 2016;57:6–12',
  },
  {
    key: 'vertigo',
    words: ['головокружение', 'вестибулярный', 'vertigo', 'dizziness'],
    traits: ['fall', 'inverted'],
    source: `${ACSM}, ch. 2`,
  },
  {
    key: 'arthritis',
    words: ['артрит', 'артроз', 'остеоартроз', 'остеоартрит', 'arthritis', 'osteoarthritis'],
    traits: ['impact'],
    source: `${ACSM}, ch. 10: arthritis`,
  },
  {
    key: 'asthma',
    words: ['астма', 'asthma', 'хобл', 'copd'],
    traits: ['intense'],
    maxRpe: 5,
    source: `${ACSM}, ch. 9: pulmonary disease`,
  },
  {
    key: 'surgery',
    words: ['операция', 'после операции', 'surgery', 'перелом', 'fracture'],
    traits: ['impact', 'valsalva', 'intense'],
    maxRpe: 4,
    clearance: true,
    source: `${ACSM}, ch. 2`,
  },
  {
    key: 'eating_disorder',
    words: ['анорексия', 'булимия', 'расстройство пищевого поведения', 'рпп', 'anorexia', 'bulimia', 'eating disorder'],
    traits: ['intense'],
    maxRpe: 4,
    clearance: true,
    source:
      'Mountjoy M. et al., 2023 IOC consensus statement on Relative Energy Deficiency in Sport, Br J Sports Med 2023;57:1073–1097',
  },
]
/** A minor lifts technique loads without maximal efforts (Faigenbaum 2009); an older adult avoids falls and jumps (ACSM ch. 6). */
export const MINOR_TRAITS: readonly Trait[] = ['intense', 'valsalva']
export const OLDER_TRAITS: readonly Trait[] = ['impact', 'fall']
