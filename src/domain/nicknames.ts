/** Which given names one person may go by: Robert is also Bob, José is also Pepe. */

/** Each group is one name in its forms, without case and accents; a short form may be in several. */
const GROUPS = `
abigail abby abbie gail; abraham abe; albert al bert bertie; alberto beto al;
alexander alex al xander sandy alec sasha lex; alexandra alex alexa sandra sandy lexi sasha;
alfonso poncho al; alfred al fred alfie freddie; alice ali allie; alicia ali lisa;
alison ali allie allison; allan al alan allen; amanda mandy manda; andrea andi andie; andrew andy drew;
angela angie ange; ann anne anna annie nan nancy anita; anthony tony ant; antonio tony toni tonio;
arthur art artie; barbara barb barbie babs bobbie; beatrice bea trixie; beatriz bea betty;
benjamin ben benny benji benjy; bernard bernie barney bern; beverly bev; bradley brad; brian bryan;
calvin cal; cameron cam; candace candy candi dacey; carl karl; carlos charlie; carol carole carrie;
caroline caro carolyn carolina lina; cassandra cass cassie sandra;
catherine cathy kate katie kathy cat kitty cate katherine kathryn kathleen katharine kay kit;
charles charlie chuck chas chip chaz; charlotte lottie charlie char; christian chris christy;
christina chris christine christy tina chrissy kristina kristine kris kristy krissy cristina;
christopher chris topher kit kris cristopher; clifford cliff; constance connie; courtney court;
curtis curt kurt; cynthia cindy cyndi cyn; daniel dan danny dani; daniella dani; darrell darryl daryl;
david dave davey davy; deborah deb debbie debra debby; delores dolores lola lolly dee loli;
dennis denny den; derek derrick; diana di diane dianne diann dinah; dominic dom nick domenic;
donald don donnie donny; dorothy dot dottie dolly dory dorothea thea; douglas doug dougie; dwayne duane;
edgar ed eddie; eduardo eddie lalo edu; edward ed eddie ted teddy ned; elaine lainey;
eleanor ellie nell nora eleanora elinor lenore nellie; elijah eli;
elizabeth liz beth betty lizzie betsy eliza libby elisabeth liza bess bessie betsey;
ellen nell ellie nellie; emanuel manny immanuel; emily em emmy millie; enrique kike quique rick henry;
eric erik erick rick; ernest ernie; ernesto neto ernie; eugene gene; evelyn evie eve lyn;
fernando nando fer; frances fran francie frankie fanny francine; francis frank fran frankie;
francisco paco pancho frank cisco kiko curro; franklin frank frankie;
frederick fred freddie fritz rick frederic freddy fredrick; gabriel gabe gabby;
gabriela gaby gabby gabriella ella; gary gaz garry; genevieve gen jenny;
geoffrey geoff jeff jeffrey jeffery; george georgie jorge; gerald gerry jerry; gerard gerry jerry;
giuseppe beppe joe peppe; grace gracie; gregorio goyo greg; gregory greg gregg; guadalupe lupe lupita;
guillermo memo guille willy bill; gustavo gus tavo; harold hal harry; helen nell ellie lena helena helene;
henry hank harry hal; herbert herb bert herbie; howard howie howe; ignacio nacho; isaac ike;
isabel bel izzy bella isabella belle isabelle ysabel chabela; jacob jake jay coby jakob;
jacqueline jackie jacky jacquelyn jacqui; james jim jimmy jamie jay jem; janet jan janie jeannette;
janice jan; javier javi xavi; jennifer jen jenny jenn jenna; jeremiah jerry jeremy; jeremy jerry jem;
jerome jerry; jessica jess jessie; jesus chuy chucho; joan joanie jo; joanne jo joanna joann jojo;
joaquin quino; john johnny jack jon jonny; jonathan jon john johnny jonny nathan jonathon;
jose pepe joe chepe; joseph joe joey jo josef; josephine jo josie jojo; joshua josh; joyce joy;
judith judy judi jude; julia julie jules; katarzyna kasia; kenneth ken kenny kent; kevin kev;
kimberly kim kimmy kimberley; laura laurie laurel lori; lauren laurie;
laurence larry laurie lawrence lorenzo lars; leah lea; leonard leo len lenny leon; leslie les;
lillian lily lil lilly lilian; linda lin lindy lynn; lorraine lori; louis lou louie luis lewis;
louise lou lulu louisa; lucille lucy lou; lucinda lucy cindy; luis lucho lou;
madeline maddie maddy lina madeleine madelyn; manuel manny manolo; marcus mark marc;
margaret maggie meg peggy marge margie peg greta madge meggie margery marjorie; maria mari mia;
martha marty mattie patsy; martin marty mart; marvin marv; mary molly polly mamie maria;
matthew matt matty mathew; maureen mo; maximilian max; maxwell max; megan meg; melanie mel;
melissa missy mel lissa; melvin mel; michael mike mick mickey micky mikey mitch;
michelle shelly micki chelle shelley; miguel mike miguelito; mitchell mitch;
mohammed muhammad mohamed mohammad mo; nancy nan; natalie nat; natasha tasha; nathan nate nat;
nathaniel nat nate nathan; nicholas nick nicky nico klaus nicolas nikolas cole;
nicole nikki nicky nic nicola cole; norman norm; oliver ollie; olivia liv livvy ollie; pamela pam pammy;
patricia pat patty tricia trish patsy trisha pati; patrick pat paddy rick patty; paul pauly;
penelope penny; peter pete petey; philip phil pip phillip felipe; rachel rach rae shelly;
rafael rafa rafi ralph; ralph raf rafe; randall randy rand; raymond ray;
rebecca becky becca bec rebekah reba; regina gina reggie; reginald reg reggie rex;
ricardo rick ricky rico richard richie; richard rick dick rich ricky richie ricki;
robert bob rob bobby robbie robin robby; roberta bobbie robbie berta; roberto beto bob rob berto;
rodney rod roddy; roger rodger rog; ronald ron ronnie ronny; rosario charo chayo; rose rosie;
rosemary rose rosie; rudolph rudy rodolfo; russell russ rusty; salvador sal chava; salvatore sal sally;
samantha sam sammy mandy; samuel sam sammy; sandra sandy sondra; sarah sally sadie sara; scott scotty;
sean shaun shawn; sebastian seb bas; sharon shari sherry; sheldon shel; sidney sid sydney;
solomon sol solly; sophia sophie sofia sofie; stanley stan; stephanie steph stevie stefanie steffi fanny;
stephen steve steven stevie stefan stephan; stewart stu stuart; susan sue susie suzie suzy sukie;
suzanne sue suzie suzy; tamara tammy tam tami; terence terry terrence;
teresa terry tess tracy theresa tessa tessie terri resa tere; theodore ted theo teddy;
thomas tom tommy thom tomas; timothy tim timmy; tracy trace; travis trav; tyler ty; valerie val;
vernon vern; veronica ronnie roni vero vera; victor vic vick; victoria vicky tori vicki vikki tory;
vincent vince vinny vin vinnie; virginia ginny ginger gina; vivian viv; wallace wally; walter walt wally;
wesley wes; william bill will billy willie willy liam; yolanda yoli; zachary zach zack zac zachariah`;

let others: Map<string, ReadonlySet<string>> | undefined;

/** The other names whoever is called `name` may go by. `name` is one folded word; none are known for most. */
export function nicknamesOf(name: string): readonly string[] {
  others ??= readGroups();
  return [...(others.get(name) ?? [])];
}

function readGroups(): Map<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const group of GROUPS.split(';')) {
    const names = group.trim().split(/\s+/);
    for (const name of names) {
      const known = found.get(name) ?? new Set<string>();
      for (const other of names) if (other !== name) known.add(other);
      found.set(name, known);
    }
  }
  return found;
}
