import type { Intake, Limit } from '../shapes.ts'
import { bandsOf, intakeOf, limitOf } from './make.ts'

// Adult values of МР 2.3.1.0253-21 from one public transcription, which has no table of upper levels. The two figures
// below are of the predecessor, МР 2.3.1.2432-08: they inform. Children and most of pregnancy await the official text.
const guidance = limitOf('ru', 'mr_2_3_1_2432_08')
const upper2008 = { kind: 'guidance' } as const

export const RU_LIMITS: readonly Limit[] = [
  guidance(
    'b6',
    'mg',
    bandsOf('18- 25, 18- p 25, 18- l 25'),
    ['Поражение чувствительных нервов', 'Damage to sensory nerves'],
    upper2008,
  ),
  guidance(
    'niacin',
    'mg',
    bandsOf('18- 60, 18- p 60, 18- l 60'),
    ['Прилив жара и покраснение кожи', 'Flushing of the skin'],
    upper2008,
  ),
]

const rni = (substance: string, unit: Intake['unit'], bands: string): Intake =>
  intakeOf('ru', 'mr_2_3_1_0253_21', substance, 'RNI', unit, bands)

export const RU_INTAKES: readonly Intake[] = [
  rni('retinol', 'mcg', '18- m 900, 18- f 800'),
  rni('beta_carotene', 'mg', '18- 5'),
  rni('vitamin_c', 'mg', '18- 100'),
  rni('vitamin_d', 'mcg', '18-65 15, 65- 20'),
  rni('vitamin_e', 'mg', '18- 15'),
  rni('vitamin_k', 'mcg', '18- 120'),
  rni('b1', 'mg', '18- 1.5'),
  rni('b2', 'mg', '18- 1.8'),
  rni('niacin', 'mg', '18- 20'),
  rni('nicotinamide', 'mg', '18- 20'),
  rni('b6', 'mg', '18- 2'),
  rni('folate', 'mcg', '18- 400, 18- p 600, 18- l 500'),
  rni('b12', 'mcg', '18- 3'),
  rni('b5', 'mg', '18- 5'),
  rni('biotin', 'mcg', '18- 50'),
  rni('calcium', 'mg', '18-65 1000, 65- 1200'),
  rni('phosphorus', 'mg', '18- 700'),
  rni('magnesium', 'mg', '18- 420'),
  rni('potassium', 'mg', '18- 3500'),
  rni('sodium', 'mg', '18- 1300'),
  rni('iron', 'mg', '18- m 10, 18- f 18'),
  rni('zinc', 'mg', '18- 12'),
  rni('copper', 'mg', '18- 1'),
  rni('iodine', 'mcg', '18- 150, 18- p 220, 18- l 290'),
  rni('selenium', 'mcg', '18- m 70, 18- f 55'),
  rni('manganese', 'mg', '18- 2'),
  rni('molybdenum', 'mcg', '18- 70'),
  rni('chromium', 'mcg', '18- 40'),
  rni('fluoride', 'mg', '18- 4'),
]
