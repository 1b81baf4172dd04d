/** Names to invent people with. No one of them is a person: first and last names are drawn apart, from two lists. */

export const GIRLS =
  `Amelia Olivia Isla Ava Mia Ivy Lily Freya Florence Willow Rosie Sophia Isabella Grace Daisy Sienna Poppy Elsie
Emily Ella Evelyn Phoebe Evie Charlotte Harper Millie Matilda Maya Sofia Alice Emilia Isabelle Ruby Luna Maisie Aria Penelope Mila Bonnie
Eva Hallie Eliza Ada Violet Esme Arabella Imogen Jessica Delilah Chloe Zara Aisha Maryam Fatima Amina Zainab Layla Nia Naomi Leah Hannah
Abigail Erin Molly Holly Lucy Amber Scarlett Summer Skye Paige Courtney Shannon Kayla Tia Keira Lacey Lexi Nevaeh Simran Anaya Priya
Oluwaseun Temi Adaeze Zofia Maja Lena Daria Ioana Yasmin Samira`.split(/\s+/)

export const BOYS =
  `Noah Oliver Leo Arthur Oscar Theodore Freddie Archie Luca Theo George Henry Charlie Arlo Harry Teddy Finley Roman
Jude Alfie Tommy Albie Lucas Jack Edward Isaac Rory Ethan Hugo Jacob Reuben Elijah Max Louie Sonny Mason Adam Harrison Thomas Joshua
William Joseph James Daniel Logan Riley Kai Tyler Jayden Callum Connor Kieran Liam Ryan Nathan Aaron Jamie Kyle Bradley Corey Declan
Ibrahim Yusuf Musa Bilal Hamza Omar Zayn Ayaan Idris Kofi Kwame Tobi Chidi Arjun Rohan Krish Jakub Filip Kacper Matei Andrei Dawit
Samuel Gabriel Caleb Ezra Milo Otis Ellis Frankie Stanley Ronnie`.split(/\s+/)

/** Young people who come alone to seek safety are from elsewhere. */
export const FROM_AFAR =
  `Abdul Ahmad Amanuel Aram Berhane Farhad Filmon Habib Hiwa Jawad Karwan Mehari Mirwais Mustafa Najib Rebaz
Robel Sardar Tesfay Yonas Zaki Zerai`.split(/\s+/)

const FIRSTS =
  `Ash Beck Birch Black Brack Bram Brook Clay Cold Copper Dun East Elder Elm Fern Field Flax Fox Gorse Grey Hart Hazel
Heath Hollow Kestrel Lark Ling Marl Marsh Mill Moss North Oak Otter Pine Quill Raven Reed Rook Rowan Rush Sand Sedge Stone Swan Thorn
Wether Willow Wren Yarrow`.split(/\s+/)
const LASTS =
  `bank borne bourne bury by combe cott croft dale den ditch fell field ford gate grove ham hurst ley low mere more ness
pool ridge shaw stead ston thwaite ton wade wick win worth`.split(/\s+/)

/** Surnames put together from two halves, so that none is anyone's. */
export const SURNAMES = FIRSTS.flatMap(first => LASTS.map(last => `${first}${last}`))
