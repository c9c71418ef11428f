const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Written with a full stop and followed by more of the same sentence: titles, ranks, "vs.", "no." */
export const INNER_ABBREVIATIONS = words(`
  mr mrs ms mx dr prof rev fr msgr hon gov lt col gen maj capt sgt cpl pvt adm cmdr sen rep reps sens pres supt insp det
  st ste mt ft vs v no nos vol pp p fig figs eq sec ch art cf ca approx est al ed eds trans dept univ assoc asst ave blvd rd
  messrs mmes mlle mme pte ltn brig amb atty del dir min ph
`)

/** Written with a full stop, and may end a sentence too: the next word decides. */
export const FINAL_ABBREVIATIONS = words(`
  inc ltd corp co bros llc plc jr sr esq etc a.m p.m u.s u.k u.n e.u d.c b.c a.d ph.d m.d b.a m.a j.d i.e e.g
  jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun
  ala ariz ark calif colo conn fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo
  bn mn mln bln tn hr hrs min mins sq lb lbs oz kg km mph
`)
