const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Nouns that stand for something said or thought, when "that", "of" or a colon follows: "the claim that". */
export const REPORTING_NOUNS = words(`
  claim claims assertion assertions statement statements allegation allegations accusation accusations argument arguments announcement announcements
  suggestion suggestions belief beliefs view views opinion opinions conclusion conclusions prediction predictions warning warnings promise promises pledge vow
  admission acknowledgment acknowledgement insistence contention complaint complaints concern concerns fear fears hope hopes demand demands proposal proposals
  report reports rumor rumors rumour rumours speculation suspicion suspicions testimony denial denials remark remarks comment comments call calls
  criticism declaration declarations finding findings estimate estimates forecast forecasts theory theories idea notion charge charges
`)

/** People by what they do or are. */
export const PERSON_NOUNS = words(`
  man woman men women person people persons boy girl child children official officials officer officers agent agents aide aides adviser advisers advisor advisors
  spokesman spokeswoman spokesperson spokespeople source sources insider insiders executive executives employee employees worker workers staffer staffers lawyer lawyers attorney attorneys
  judge judges prosecutor prosecutors diplomat diplomats lawmaker lawmakers legislator legislators senator senators congressman congresswoman politician politicians minister ministers
  expert experts analyst analysts observer observers critic critics scholar scholars academic academics scientist scientists researcher researchers economist economists historian historians
  doctor doctors physician physicians nurse nurses professor professors teacher teachers student students investor investors trader traders economist strategist strategists pollster pollsters
  voter voters resident residents witness witnesses neighbor neighbors neighbour neighbours activist activists advocate advocates campaigner campaigners protester protesters supporter supporters
  opponent opponents member members leader leaders commander commanders soldier soldiers veteran veterans victim victims survivor survivors relative relatives friend friends colleague colleagues
  boss manager managers owner owners founder director directors president chairman chairwoman secretary governor mayor chief head heads representative representatives delegate delegates
  author authors writer writers journalist journalists reporter reporters editor editors columnist columnists commentator commentators pundit pundits blogger bloggers host anchor
  donor donors operative operatives consultant consultants contractor contractors whistleblower whistleblowers informant informants investigator investigators detective detectives inspector
  cop cops policeman guard guards driver drivers passenger passengers patient patients parent parents mother father sister brother son daughter wife husband widow farmer farmers engineer engineers
  republican republicans democrat democrats conservative conservatives liberal liberals skeptic skeptics sceptic sceptics insiders commentators authorities
`)

/** Plural people who are nobody in particular. */
export const VAGUE_PEOPLE = words(`
  experts analysts observers critics commentators pundits economists scientists scholars historians academics researchers officials insiders traders investors strategists
  supporters opponents detractors skeptics sceptics advocates activists campaigners people many some others most everyone everybody somebody someone folks americans voters
  residents locals lawmakers politicians diplomats lawyers doctors republicans democrats conservatives liberals fans readers users commentators proponents watchers
  studies research reports data polls surveys evidence rumors rumours speculation media sceptics authorities
`)

/** Sources that are published, by the noun that heads them. */
export const PUBLISHED_NOUNS = words(`
  report reports study studies survey surveys poll polls paper papers newspaper magazine journal article articles book memoir documentary review analysis audit
  document documents filing filings lawsuit complaint indictment affidavit transcript memo memos memorandum records data dataset statistics figures census website site
  statement release bulletin dossier outlet network channel broadcaster agency newsletter blog post column editorial story times post
`)

/** Words that make a name a publication or another published source. */
export const PUBLICATION_WORDS = words(`
  times post journal herald tribune chronicle guardian telegraph gazette globe examiner observer independent mail sun mirror express standard star inquirer register
  news reuters ap afp bbc cnn nbc abc cbs msnbc npr pbs bloomberg politico axios vox buzzfeed breitbart huffpost newsweek time economist atlantic nation slate salon wired
  magazine review weekly daily press wire lancet nature science bulletin report dispatch courier monitor today mediaite wapo nyt wsj
`)

/** Bodies that act and speak as one, by the noun that heads them. */
export const INSTITUTION_NOUNS = words(`
  government administration ministry department agency bureau office commission committee council court parliament congress senate house cabinet party campaign company firm bank
  corporation group organization organisation association union university institute college school hospital church army military navy police force fund foundation charity trust
  authority board regulator team club league federation embassy consulate pentagon kremlin newspaper paper magazine network channel outlet broadcaster station site website
  report study survey poll statement document lawsuit indictment complaint filing affidavit memo transcript book article researchers prosecutors
  state city county town country nation world ministry watchdog panel task-force coalition alliance bloc
`)

/** Titles that only one person bears at a time, so that "the president" is somebody by name. */
export const UNIQUE_TITLES = words(`
  president premier chancellor pope king queen pontiff mayor governor chairman chairwoman chair ceo founder director secretary minister senator
  congressman congresswoman speaker prosecutor attorney-general ambassador commissioner nominee candidate incumbent defendant plaintiff author
  billionaire mogul businessman republican democrat celebrity actor actress singer coach
`)
