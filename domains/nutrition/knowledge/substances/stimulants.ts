import type { Substance } from '../shapes.ts'
import { s } from './make.ts'

// Caffeine is no member of `stimulant`: coffee beside another one matters from 200 mg, and a rule of its own says so.
export const STIMULANTS: readonly Substance[] = [
  s(
    'caffeine',
    'stimulant',
    'mg',
    ['кофеин', 'caffeine'],
    ['кофеин безводный, безводный кофеин, метилтеобромин, теин', 'caffeine anhydrous, anhydrous caffeine, theine'],
    {
      groups: 'caffeine_source',
      look: 'казеин, casein, кодеин, codeine, кофе, coffee, кофермент, кофе без кофеина, decaf, теанин, theanine',
    },
  ),
  s('theobromine', 'stimulant', 'mg', ['теобромин', 'theobromine'], ['', ''], {
    look: 'теофиллин, theophylline, бром, bromine',
  }),
  s('theacrine', 'stimulant', 'mg', ['теакрин', 'theacrine'], ['', ''], {
    groups: 'stimulant',
    look: 'теанин, theanine',
  }),
]
