import type { PetEntry } from './entries.ts'
import { petPoisonousFoods } from './pet-foods-poisonous.ts'
import { petToleratedFoods } from './pet-foods-tolerated.ts'
import { petHouseholdPoisons } from './pet-household.ts'
import { petPlants } from './pet-plants.ts'

/** Everything that is known about what pets eat or meet. */
export const petEntries: readonly PetEntry[] = [
  ...petPoisonousFoods,
  ...petToleratedFoods,
  ...petPlants,
  ...petHouseholdPoisons,
]
