/**
 * Medicines by international name, with the brands people say. A combination is a drug of its own: a rule on a drug finds
 * it through its parts, a rule on a class only through its own classes (levodopa with carbidopa is no levodopa alone).
 */
import type { Drug } from '../shapes.ts'
import { COMMON } from './common.ts'
import { HEART } from './heart.ts'
import { HORMONES } from './hormones.ts'
import { INFECTION } from './infection.ts'
import { MIND } from './mind.ts'

export const DRUGS: readonly Drug[] = [...HEART, ...MIND, ...INFECTION, ...HORMONES, ...COMMON]
