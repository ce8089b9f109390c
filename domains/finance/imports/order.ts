// Whether a file writes the day or the month first: decided over all its dates.
import type { ImportOptions } from '../../contract.ts'
import type { Found } from './rows.ts'
import { type DayOrder, doubtful } from './values.ts'

export interface OrderFound {
  order: DayOrder
  /** No date of the whole file tells day from month. */
  unsure: boolean
}

/** Looks at every date that `dates` shows: a number over twelve is a day. Dotted dates have the day first everywhere. */
export const findOrder = async (
  dates: (look: (date: string) => void) => Promise<void>,
  options: ImportOptions,
): Promise<OrderFound> => {
  let dmy = 0
  let mdy = 0
  let open = 0
  await dates((text) => {
    const date = doubtful(text)
    if (!date || date.dotted) return
    if (date.first > 12 && date.second <= 12) dmy++
    else if (date.second > 12 && date.first <= 12) mdy++
    else if (date.first !== date.second) open++
  })
  if (dmy !== mdy) return { order: dmy > mdy ? 'dmy' : 'mdy', unsure: false }
  return { order: /-US$/iu.test(options.locale) ? 'mdy' : 'dmy', unsure: open + dmy > 0 }
}

export const unsureOrder = (order: DayOrder): Found => ({
  type: 'warning',
  code: 'date_order',
  message: { key: `finance.import_order_${order}` },
})
