// Short breaks: what each is for, where it can be done, who should leave it out, and where the claim comes from. Steps are
// the messages `health.break.<technique>.1`, `.2`, …
import type { Place } from '../schema.ts'

/** What a break answers: the rule in engine/breaks.ts weighs these. */
export type Need = 'stress' | 'tired' | 'loaded' | 'any'
export interface Technique {
  key: string
  kind: 'breathing' | 'meditation' | 'movement' | 'rest'
  minutes: number
  /** Number of its steps. */
  steps: number
  places: readonly Place[]
  helps: readonly Need[]
  /** Canonical names of the safety profile with which it is left out: a matter of caution, a doctor may allow it. */
  avoidWith: readonly string[]
  source: string
}

const ANYWHERE: readonly Place[] = ['home', 'office', 'outdoors', 'transport']
const INDOORS: readonly Place[] = ['home', 'office']
const BREATH = ['copd', 'asthma', 'panic disorder', 'heart failure', 'recent surgery']
const STANDING = ['vertigo', 'hypotension', 'recent surgery', 'fracture', 'concussion']
const LEGS = [
  'knee injury',
  'ankle injury',
  'foot injury',
  'hip injury',
  'achilles injury',
  'hamstring injury',
  'groin injury',
]

/** In the order in which equals are offered. */
export const TECHNIQUES: readonly Technique[] = [
  {
    key: 'cyclic_sighing',
    kind: 'breathing',
    minutes: 5,
    steps: 3,
    places: ANYWHERE,
    helps: ['stress'],
    avoidWith: BREATH,
    source:
      'Balban et al., Brief structured respiration practices enhance mood and reduce physiological arousal, Cell Reports Medicine, 2023',
  },
  {
    key: 'slow_breathing',
    kind: 'breathing',
    minutes: 5,
    steps: 3,
    places: ANYWHERE,
    helps: ['stress', 'any'],
    avoidWith: ['copd', 'panic disorder'],
    source: 'Zaccaro et al., How Breath-Control Can Change Your Life, Frontiers in Human Neuroscience, 2018',
  },
  {
    key: 'grounding',
    kind: 'meditation',
    minutes: 3,
    steps: 3,
    places: ANYWHERE,
    helps: ['stress'],
    avoidWith: [],
    source: 'NHS, Every Mind Matters: mindfulness (2023)',
  },
  {
    key: 'short_walk',
    kind: 'movement',
    minutes: 7,
    steps: 3,
    places: ['home', 'office', 'outdoors'],
    helps: ['loaded', 'tired', 'any'],
    avoidWith: [...LEGS, ...STANDING],
    source: 'Buffey et al., The Acute Effects of Interrupting Prolonged Sitting Time, Sports Medicine, 2022',
  },
  {
    key: 'body_scan',
    kind: 'meditation',
    minutes: 8,
    steps: 3,
    places: INDOORS,
    helps: ['stress', 'tired'],
    avoidWith: ['ptsd', 'schizophrenia'],
    source: 'Goyal et al., Meditation Programs for Psychological Stress and Well-being, JAMA Internal Medicine, 2014',
  },
  {
    key: 'muscle_relaxation',
    kind: 'meditation',
    minutes: 8,
    steps: 3,
    places: INDOORS,
    helps: ['stress'],
    avoidWith: ['fracture', 'recent surgery', 'muscle strain', 'hypertension'],
    source:
      'Toussaint et al., Effectiveness of Progressive Muscle Relaxation, Evidence-Based Complementary and Alternative Medicine, 2021',
  },
  {
    key: 'daylight',
    kind: 'rest',
    minutes: 5,
    steps: 2,
    places: ['home', 'office', 'outdoors'],
    helps: ['tired'],
    avoidWith: [],
    source:
      'Brown et al., Recommendations for daytime, evening, and nighttime indoor light exposure, PLOS Biology, 2022',
  },
  {
    key: 'quiet_rest',
    kind: 'rest',
    minutes: 9,
    steps: 2,
    places: INDOORS,
    helps: ['tired'],
    avoidWith: [],
    source: 'Brooks and Lack, A brief afternoon nap following nocturnal sleep restriction, Sleep, 2006',
  },
  {
    key: 'eyes_20_20_20',
    kind: 'rest',
    minutes: 2,
    steps: 2,
    places: ANYWHERE,
    helps: ['loaded', 'any'],
    avoidWith: [],
    source: 'American Academy of Ophthalmology, Computers, Digital Devices and Eye Strain, 2024',
  },
  {
    key: 'neck_shoulders',
    kind: 'movement',
    minutes: 4,
    steps: 3,
    places: ANYWHERE,
    helps: ['loaded', 'any'],
    avoidWith: ['neck injury', 'shoulder injury', 'concussion', 'vertigo', 'recent surgery'],
    source: 'NHS, Neck pain: exercises to keep the neck moving (2023)',
  },
  {
    key: 'sit_to_stand',
    kind: 'movement',
    minutes: 3,
    steps: 3,
    places: INDOORS,
    helps: ['loaded'],
    avoidWith: [...LEGS, ...STANDING, 'back injury', 'heart failure', 'preeclampsia'],
    source: 'WHO, Guidelines on physical activity and sedentary behaviour, 2020',
  },
  {
    key: 'wrists_hands',
    kind: 'movement',
    minutes: 3,
    steps: 2,
    places: ANYWHERE,
    helps: ['loaded'],
    avoidWith: ['wrist injury', 'fracture', 'rheumatoid arthritis'],
    source: 'NHS, Repetitive strain injury: short regular breaks and gentle movement (2022)',
  },
]
