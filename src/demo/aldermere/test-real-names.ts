/** Names that an invented council must not use: the councils of England that run children's services, and the police forces. */

const COUNCILS = `
Barking and Dagenham|Barnet|Barnsley|Bath and North East Somerset|Bedford|Bexley|Birmingham|Blackburn with Darwen|Blackpool|Bolton|Bournemouth|
Bracknell Forest|Bradford|Brent|Brighton|Bristol|Bromley|Buckinghamshire|Bury Council|Calderdale|Cambridgeshire|Camden|Central Bedfordshire|Cheshire|
Cornwall|Coventry|Croydon|Cumberland|Cumbria|Darlington|Derby|Derbyshire|Devon|Doncaster|Dorset|Dudley|Durham|Ealing|East Riding|East Sussex|Enfield|
Essex|Gateshead|Gloucestershire|Greenwich|Hackney|Halton|Hammersmith|Hampshire|Haringey|Harrow|Hartlepool|Havering|Herefordshire|Hertfordshire|
Hillingdon|Hounslow|Isle of Wight|Isles of Scilly|Islington|Kensington|Kent|Hull|Kingston upon Thames|Kirklees|Knowsley|Lambeth|Lancashire|Leeds|
Leicester|Leicestershire|Lewisham|Lincolnshire|Liverpool|Luton|Manchester|Medway|Merton|Middlesbrough|Milton Keynes|Newcastle|Newham|Norfolk|
Northamptonshire|Northumberland|Nottingham|Nottinghamshire|Oldham|Oxfordshire|Peterborough|Plymouth|Poole|Portsmouth|Reading Borough|Redbridge|Redcar|
Richmond upon Thames|Rochdale|Rotherham|Rutland|Salford|Sandwell|Sefton|Sheffield|Shropshire|Slough|Solihull|Somerset|South Tyneside|Southampton|
Southend|Southwark|St Helens|Staffordshire|Stockport|Stockton|Stoke|Suffolk|Sunderland|Surrey|Sutton|Swindon|Tameside|Telford|Thurrock|Torbay|
Tower Hamlets|Trafford|Wakefield|Walsall|Waltham Forest|Wandsworth|Warrington|Warwickshire|West Berkshire|Westminster|Westmorland|West Sussex|Wigan|
Wiltshire|Windsor|Wirral|Wokingham|Wolverhampton|Worcestershire|York|Yorkshire`

const FORCES = `Avon and Somerset|Cleveland|Dyfed|Gwent|Humberside|Merseyside|Metropolitan Police|Northumbria|Thames Valley|West Mercia|West Midlands|British Transport`

export const REAL_NAMES = `${COUNCILS}|${FORCES}`.replaceAll('\n', '').split('|')
