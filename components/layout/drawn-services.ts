/** Services whose sign is in public/services, by slug. */
export const DRAWN_SERVICES: ReadonlySet<string> = new Set(
  `
    adidas airbnb alibaba aliexpress allegro apple badoo baidu
    bereal bilibili blizzard booking-com burgerking claudeai clubhouse deepseek
    deliveroo discord doordash ebay epicgames etsy facebook faceit
    fiverr foodpanda freelancer gemini gitlab glovo gmx google
    grab gumtree icq ifood instagram kaggle kakaotalk kfc
    line linode lyft mailru mcdonalds mistralai naver netflix
    nike odnoklassniki okcupid protonmail pubg reddit replit roblox
    shopee shopify signal snapchat spotify steam swiggy taobao
    telegram tencent-qq tiktok tinder twitch twitter uber ubisoft
    vercel viber vinted vkontakte wechat weibo whatsapp wish
    xiaohongshu xiaomi zalo zhihu zoho zomato
  `
    .trim()
    .split(/\s+/),
);
