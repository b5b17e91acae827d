"""The read-aloud voices for newspapers in Chinese and English, so that they are known without a network.

Any other voice of the service (`edge-tts --list-voices`) may be named in a cast as well.
"""

from audio_edition.engines import VoiceInfo

VOICES = (
    VoiceInfo("zh-CN-XiaoxiaoNeural", "zh-CN", "Female", "news, novels; warm"),
    VoiceInfo("zh-CN-XiaoyiNeural", "zh-CN", "Female", "lively"),
    VoiceInfo("zh-CN-YunjianNeural", "zh-CN", "Male", "sports; passionate"),
    VoiceInfo("zh-CN-YunxiNeural", "zh-CN", "Male", "novels; sunny"),
    VoiceInfo("zh-CN-YunxiaNeural", "zh-CN", "Male", "a boy's voice"),
    VoiceInfo("zh-CN-YunyangNeural", "zh-CN", "Male", "news; professional"),
    VoiceInfo("zh-CN-liaoning-XiaobeiNeural", "zh-CN", "Female", "Northeastern Mandarin"),
    VoiceInfo("zh-CN-shaanxi-XiaoniNeural", "zh-CN", "Female", "Shaanxi Mandarin"),
    VoiceInfo("zh-HK-HiuGaaiNeural", "zh-HK", "Female", "Cantonese"),
    VoiceInfo("zh-HK-HiuMaanNeural", "zh-HK", "Female", "Cantonese"),
    VoiceInfo("zh-HK-WanLungNeural", "zh-HK", "Male", "Cantonese"),
    VoiceInfo("zh-TW-HsiaoChenNeural", "zh-TW", "Female", ""),
    VoiceInfo("zh-TW-HsiaoYuNeural", "zh-TW", "Female", ""),
    VoiceInfo("zh-TW-YunJheNeural", "zh-TW", "Male", ""),
    VoiceInfo("en-GB-LibbyNeural", "en-GB", "Female", ""),
    VoiceInfo("en-GB-RyanNeural", "en-GB", "Male", ""),
    VoiceInfo("en-GB-SoniaNeural", "en-GB", "Female", ""),
    VoiceInfo("en-US-AndrewMultilingualNeural", "en-US", "Male", "many languages, Chinese among them"),
    VoiceInfo("en-US-AriaNeural", "en-US", "Female", "news"),
    VoiceInfo("en-US-AvaMultilingualNeural", "en-US", "Female", "many languages, Chinese among them"),
    VoiceInfo("en-US-ChristopherNeural", "en-US", "Male", "news"),
    VoiceInfo("en-US-GuyNeural", "en-US", "Male", "news"),
    VoiceInfo("en-US-JennyNeural", "en-US", "Female", ""),
)
