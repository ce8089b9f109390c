import type { Intake, Limit } from '../shapes.ts'
import { EFSA_LIMITS } from './efsa.ts'
import { NASEM_INTAKES, NASEM_LIMITS } from './nasem.ts'
import { RU_INTAKES, RU_LIMITS } from './ru.ts'

export const LIMITS: readonly Limit[] = [...NASEM_LIMITS, ...EFSA_LIMITS, ...RU_LIMITS]
export const INTAKES: readonly Intake[] = [...NASEM_INTAKES, ...RU_INTAKES]
