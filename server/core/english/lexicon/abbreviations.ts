const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** What an abbreviation does in its sentence, which says whether the sentence can end with it. */
export type AbbreviationSort =
  | 'title'
  | 'leading'
  | 'label'
  | 'cited'
  | 'street'
  | 'body'
  | 'company'
  | 'person'
  | 'place'
  | 'nation'
  | 'era'
  | 'hour'
  | 'calendar'
  | 'closing'

const LISTS: Readonly<Record<AbbreviationSort, string>> = {
  // before a name: ranks, offices, orders of the church, saints and mountains
  title: `
    mr mrs ms mx messrs mmes mme mlle mlles dr drs prof profs rev fr br bp abp msgr mgr hon rt gov govs lt lts ltn lieut col cols gen gens maj capt cpt
    sgt sgts cpl pvt pfc spc adm cmdr comdr cdr ens brig gp sen sens rep reps pres amb supt insp det cllr ald atty asst dep pte ofc tpr sra srta exec treas
    sto sta ste st sts mt ven
  `,
  // before what they lead into: "e.g. Copper", "vs. Ellis"
  leading: 'i.e e.g ie eg viz vs v cf c.f ca approx esp incl excl est a.k.a n.b q.v attn p.o',
  // before a number or a letter; before another capital their sentence is over: "Modern Art. Tickets cost"
  label: `
    no nos vol vols pp p fig figs eq eqs sec secs ch chs art arts pt pts bk para paras ex exh exs amend tit subd cl sched apt bldg rm fl ext tel fax
    mob max min ed eds trans dir ph app nr
  `,
  // before a number, a section or more of the same: "F. Supp. 2d 12", "Fed. R. Civ. P.", and money, "Rs. 40"
  cited: `
    cir supp ct rptr stat reg cong rec civ crim cr div harv fed pub bankr so ord res op cmt dkt const ann proc evid
    rs rp dh dhs tk ksh kr sfr kc
  `,
  street: 'ave blvd rd ln hwy pkwy pl sq ter terr expy tpke pk rte cres',
  body: 'dept depts univ assoc assn assns dist natl intl bd inst acad mfg govt comm ctr mtn mts hts',
  company:
    'inc ltd corp corps co cos bros llc llp plc gmbh pty bhd cie s.a s.p.a a.g n.v b.v l.l.c l.l.p l.p p.c p.l.c s.r.l',
  // after a person's name
  person: `
    jr sr esq ph.d m.d b.a m.a j.d ll.m ll.b ll.d m.b.a b.s m.s b.sc m.sc d.sc sc.d ed.d psy.d d.phil m.phil pharm.d th.d d.d d.litt litt.d b.ed m.ed
    ed.m b.eng m.eng eng.d b.com m.com b.tech m.tech d.d.s d.m.d d.v.m d.o m.p m.p.h m.p.a m.f.a b.f.a m.div m.s.w r.n c.p.a q.c k.c o.b.e
  `,
  place: `
    ala ariz ark cal calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nebr nev okla ore pa penn tenn tex va vt wash wis wyo
    d.c n.y n.j n.c s.c n.d s.d n.m n.h r.i w.va p.r l.a n.y.c ont que alta sask n.s n.b p.e.i
  `,
  nation: 'u.s u.k u.n e.u u.s.a u.a.e u.s.s.r',
  era: 'b.c a.d b.c.e c.e',
  hour: 'a.m p.m',
  calendar: 'jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun',
  // sums, measures and lists: a capital after one of these begins a sentence
  closing: `
    etc al bn mn mln bln tn hr hrs mins lb lbs oz kg km mph kph ft yd yds mi gal gals qt qts cm mm ml mg yr yrs wk wks doz r.p.m m.p.h k.p.h b.h.p p.a
  `,
}

/** Abbreviations without their last full stop, in lower case. */
export const ABBREVIATIONS: ReadonlyMap<string, AbbreviationSort> = new Map(
  (Object.keys(LISTS) as AbbreviationSort[]).flatMap((sort) =>
    [...words(LISTS[sort])].map((word): [string, AbbreviationSort] => [word, sort]),
  ),
)

/** Abbreviations in small letters too, whatever follows; others might be the last word of a sentence: "min.", "art.". */
export const SMALL_ABBREVIATIONS = words('vs cf ca al approx est etc bn mn viz esp incl excl eg ie')

/** Abbreviations that stand in small letters inside a sentence, as in dictionaries and notes. */
export const CLIPPED = words(
  'ibid dict tbsp misc orig abbr prob usu suppl transl repr resp attrib arrv illus unpub anon passim infra supra subsp avg intro prov',
)

/** Full only before a number: "no. 10", "pp. 12", "No. 4"; before anything else they are words. */
export const NUMBERING_ABBREVIATIONS = words('no nos pp')

/** The first parts of degrees, in front of a point that has a letter after it: "Ph.D.", "LL.M." */
export const DEGREE_PARTS = words('Ph LL Ed Psy Pharm Th Litt Sc Eng')

/** Between a time of day and its full stop at the end: "9 a.m. Eastern", "3 p.m. EST". */
export const TIME_ZONES = words(
  'et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet cest eet eest ist jst msk hkt sgt aest aedt akst akdt hst eastern central pacific mountain greenwich local',
)
/** Days with a name, after a time of day: "11 p.m. Christmas Eve". */
export const FEASTS = words('christmas thanksgiving easter')

/** Names that end in a mark of exclamation or a question mark. */
export const EXCLAIMED_NAMES = words('yahoo yum jeopardy joomla wham shazam oklahoma')
/** The same, where they begin with a capital inside a sentence, for they are words too. */
export const EXCLAIMED_WORDS = words('hello ok which oliver airplane calcutta dolly')
/** The same, by their last two words. */
export const EXCLAIMED_PAIRS: ReadonlySet<string> = new Set(
  'democracy now,mamma mia,moulin rouge,westward ho,chips ahoy,en marche,forza italia,guess who,tora tora'.split(','),
)

/** Stand before a surname in lower case, and begin a sentence so. */
export const NAME_PARTICLES = words('van von de der den da di du del della dos la le bin ibn ter ten al el')

/** Before a letter that is their name or mark: "vitamin C", "Plan B", "an A". */
export const LETTERED = words(`
  vitamin vitamins hepatitis influenza group plan class grade type team exhibit appendix annex schedule section part option category level phase stage
  building block wing gate terminal terminals platform door room flat unit studio zone area pool case column row question answer witness person company
  factor strain variant series model version malcolm schedule tier list note form letter vehicle tower hall line sample batch trial policy point ° a an
`)
/** Before "in C": languages for programs have letters for names. */
export const PROGRAMMING = words('written programmed coded implemented rewritten compiled developed')
