// How much of what is at home goes, and from which row: the soonest to expire first.
import type { StockRow } from '../repository/stock.ts'
import { inUnit, rounded, unitKey } from './amounts.ts'

/** What is left of a row after some of it went. */
export interface Taken {
  row: StockRow
  left: number
}

/**
 * Takes an amount from rows of one item, in their order; all of them when none was said. Rows of another kind of unit
 * are left alone. `short` is what there was not, in the unit of the first row.
 */
export const takeFrom = (
  rows: readonly StockRow[],
  wanted: { quantity: number; unit: string | null } | null,
): { taken: Taken[]; used: number; unit: string; left: number; short: number } | null => {
  const fitting = wanted?.unit == null ? rows : rows.filter((row) => row.unitKey === unitKey(wanted.unit))
  const [first] = fitting
  if (!first) return null
  const same = fitting.filter((row) => row.unitKey === first.unitKey)
  const all = rounded(same.reduce((sum, row) => sum + inUnit(row.quantity, row.unit, first.unit), 0))
  if (!wanted) return { taken: same.map((row) => ({ row, left: 0 })), used: all, unit: first.unit, left: 0, short: 0 }
  const total = inUnit(wanted.quantity, wanted.unit ?? first.unit, first.unit)
  let open = total
  const taken: Taken[] = []
  for (const row of same) {
    if (open <= 0) break
    const has = inUnit(row.quantity, row.unit, first.unit)
    const part = Math.min(has, open)
    open = rounded(open - part)
    taken.push({ row, left: rounded(row.quantity - inUnit(part, first.unit, row.unit)) })
  }
  return { taken, used: rounded(total - open), unit: first.unit, left: rounded(all - (total - open)), short: open }
}
