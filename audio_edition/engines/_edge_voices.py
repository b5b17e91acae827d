"""The read-aloud voices for newspapers in Chinese and English, so that they are known without a network.

Any other voice of the service (`edge-tts --list-voices`) may be named in a cast as well.
"""

from audio_edition.engines import VoiceInfo

VOICES = (
    VoiceInfo("zh-CN-XiaoxiaoNeural", "zh-CN", "female", "news, novels; warm"),
    VoiceInfo("zh-CN-XiaoyiNeural", "zh-CN", "female", "lively"),
    VoiceInfo("zh-CN-YunjianNeural", "zh-CN", "male", "sports; passionate"),
    VoiceInfo("zh-CN-YunxiNeural", "zh-CN", "male", "novels; sunny"),
    VoiceInfo("zh-CN-YunxiaNeural", "zh-CN", "male", "a boy's voice"),
    VoiceInfo("zh-CN-YunyangNeural", "zh-CN", "male", "news; professional"),
    VoiceInfo("zh-CN-liaoning-XiaobeiNeural", "zh-CN", "female", "Northeastern Mandarin"),
    VoiceInfo("zh-CN-shaanxi-XiaoniNeural", "zh-CN", "female", "Shaanxi Mandarin"),
    VoiceInfo("zh-HK-HiuGaaiNeural", "zh-HK", "female", "Cantonese"),
    VoiceInfo("zh-HK-HiuMaanNeural", "zh-HK", "female", "Cantonese"),
    VoiceInfo("zh-HK-WanLungNeural", "zh-HK", "male", "Cantonese"),
    VoiceInfo("zh-TW-HsiaoChenNeural", "zh-TW", "female", ""),
    VoiceInfo("zh-TW-HsiaoYuNeural", "zh-TW", "female", ""),
    VoiceInfo("zh-TW-YunJheNeural", "zh-TW", "male", ""),
    VoiceInfo("en-GB-LibbyNeural", "en-GB", "female", ""),
    VoiceInfo("en-GB-RyanNeural", "en-GB", "male", ""),
    VoiceInfo("en-GB-SoniaNeural", "en-GB", "female", ""),
    VoiceInfo("en-US-AndrewMultilingualNeural", "en-US", "male", "many languages, Chinese among them"),
    VoiceInfo("en-US-AriaNeural", "en-US", "female", "news"),
    VoiceInfo("en-US-AvaMultilingualNeural", "en-US", "female", "many languages, Chinese among them"),
    VoiceInfo("en-US-ChristopherNeural", "en-US", "male", "news"),
    VoiceInfo("en-US-GuyNeural", "en-US", "male", "news"),
    VoiceInfo("en-US-JennyNeural", "en-US", "female", ""),
)
