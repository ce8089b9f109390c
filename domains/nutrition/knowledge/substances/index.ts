import type { Substance } from '../shapes.ts'
import { AMINOS } from './aminos.ts'
import { BOTANICALS } from './botanicals.ts'
import { NERVE_BOTANICALS } from './botanicals-nerves.ts'
import { UNCOVERED_BOTANICALS } from './botanicals-uncovered.ts'
import { DOPING_SUBSTANCES } from './doping.ts'
import { FOODS } from './foods.ts'
import { LIPIDS_AND_MORE } from './lipids.ts'
import { MINERALS } from './minerals.ts'
import { PROTEINS } from './proteins.ts'
import { STIMULANTS } from './stimulants.ts'
import { VITAMINS } from './vitamins.ts'

export const SUBSTANCES: readonly Substance[] = [
  ...VITAMINS,
  ...MINERALS,
  ...STIMULANTS,
  ...PROTEINS,
  ...AMINOS,
  ...LIPIDS_AND_MORE,
  ...NERVE_BOTANICALS,
  ...BOTANICALS,
  ...UNCOVERED_BOTANICALS,
  ...FOODS,
  ...DOPING_SUBSTANCES,
]
