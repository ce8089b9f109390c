import { localDateOf } from '../../../core/time.ts'
import type { Ctx, FoundRow } from '../../../tools/contract.ts'
import { appliances } from '../repository/appliances.ts'
import { chores } from '../repository/chores.ts'
import { placeOf } from '../repository/household.ts'
import { listItems } from '../repository/lists.ts'
import { pets } from '../repository/pets.ts'
import { stocks } from '../repository/stock.ts'
import { show as showAppliance } from './appliances.ts'
import { show as showChore } from './chores.ts'
import { show as showItem } from './lists.ts'
import { show as showPet } from './pets.ts'
import { show as showStock } from './stock.ts'

const found = (row: { version: number } & Record<string, unknown>): FoundRow => ({ version: String(row.version), row })

/**
 * Something on a list, a chore, stock, a pet or an appliance by id as their tools show them, held until the transaction
 * ends: nobody of the household changes it between the look and the write.
 */
export const findRow = async (ctx: Ctx, id: string): Promise<FoundRow | null> => {
  const place = await placeOf(ctx)
  const today = localDateOf(ctx.now, ctx.user.timeZone)
  const item = await listItems.lock(ctx.tx, id)
  if (item) return found(showItem(item, place))
  const chore = await chores.lock(ctx.tx, id)
  if (chore) return found(showChore(chore, place, today))
  const stock = await stocks.lock(ctx.tx, id)
  if (stock) return found(showStock(stock, place, today))
  const pet = await pets.lock(ctx.tx, id)
  if (pet) return found(showPet(pet, place))
  const appliance = await appliances.lock(ctx.tx, id)
  return appliance && found(showAppliance(appliance, place, today))
}
