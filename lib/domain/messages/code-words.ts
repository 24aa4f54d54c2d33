/** Words that stand beside a code. Scripts with spaces: whole words, endings allowed where marked by *. */
const SPACED = [
  "code*", "codes", "passcode*", "otp", "pin", "tan", "token", "password", "verif*", "confirm*", "one-time", "2fa",
  "log[ -]?in", "sign[ -]?in", "authentication",
  "código*", "codigo*", "senha", "clave", "contraseña", "verificação", "confirmação", "verificación",
  "kode", "sandi", "verifikasi",
  "код*", "пароль*", "подтвержд*", "проверочн*", "пин",
  "codice", "kod", "kodu", "kodunuz*", "şifre*", "parol*", "doğrulama", "onay", "hasło",
  "mã", "xác", "kód", "koodi", "bestätigungs*", "verifizierungs*", "sicherheitscode", "zugangscode", "cod",
];

/** Scripts whose words run together, or take their endings and prefixes without a mark. */
const JOINED = [
  "کد", "كد", "رمز", "تأیید", "تایید", "گذرواژه", "كود", "كلمة", "التحقق",
  "验证码", "驗證碼", "校验码", "校驗碼", "动态码", "動態碼", "动态密码", "確認碼", "确认码", "验证", "密码", "代码",
  "認証", "コード", "確認番号", "暗証番号", "パスコード", "인증", "코드", "확인", "비밀번호",
  "รหัส", "कोड", "ओटीपी", "কোড", "קוד", "סיסמ", "κωδικ",
];

function spaced(word: string): string {
  const open = word.endsWith("*");
  const stem = open ? word.slice(0, -1) : word;
  return `(?<!\\p{L})${stem}${open ? "" : "(?!\\p{L})"}`;
}

/** Every word that speaks of a code. */
export const CODE_WORDS = new RegExp([...SPACED.map(spaced), ...JOINED].join("|"), "giu");

/** After a number: it is a time, a price, a share or an amount of data, and no code. */
export const UNIT_AFTER = new RegExp(
  `^\\s?(?:${[
    "%", "％", "usd", "eur", "brl", "rub", "irr", "cny", "idr", "руб", "р\\.", "₽", "€", "\\$", "£", "₺", "元", "円", "원",
    "تومان", "ریال", "reais", "real(?!\\p{L})", "dólares", "dollars", "dolar", "euros?", "rupiah", "грн",
    "min(?:ute|uto)?s?(?!\\p{L})", "menit", "мин", "دقیقه", "分钟", "分鐘", "分(?!\\p{L})", "분",
    "sec(?:ond)?s?(?!\\p{L})", "segundos?", "detik", "сек", "ثانیه", "秒", "초",
    "h(?:ou)?rs?(?!\\p{L})", "horas?", "jam(?!\\p{L})", "час", "ساعت", "小时", "小時",
    "days?", "dias?", "hari", "дн", "روز", "天", "日", "years?", "anos", "лет", "سال", "年",
    "[kmg]b(?!\\p{L})", "points?", "pontos", "poin(?!\\p{L})", "балл",
  ].join("|")})`,
  "iu",
);

/** Before a number: it is money, the end of a card or phone, or the number of something. */
export const UNIT_BEFORE = new RegExp(
  `(?:[$€£¥₽₹₺]|r\\$|rp\\.?|(?<!\\p{L})(?:usd|eur|brl|rub|idr|irr|cny|rs)\\.?)\\s?$|` +
    `[*•●×]{2,}\\s?$|(?<!\\p{L})x{2,}$|` +
    `(?:ending(?: in| with)?|ends (?:in|with)|terminad[oa] em|terminada en|оканчива\\p{L}+ на|berakhir(?:an)?|尾号|منتهی به)\\s*$|` +
    `(?:order|pedido|заказ\\p{L}*|pesanan|سفارش|订单号?|invoice|fatura|ticket|case|id)\\s*(?:no\\.?|nº|№|number)?\\s*[#:]?\\s*$|` +
    `(?:tel|phone|call|ligue|telefone|telepon|телефон\\p{L}*|تلفن|电话|電話|热线|전화)\\.?\\s?:?\\s?$|` +
    `(?:©|\\(c\\)|copyright)\\s*$`,
  "iu",
);
