//! Reports of any size: Japanese notes as people write them.

/// A memo of one session, 1,012 bytes or so.
pub const MEMO: &str = "\
## 🎤 基調講演：クラウドネイティブの十年

登壇者の話を聞いて、**学んだこと** を書いておく。資料は [こちら](https://example.com/slides) にある。

- Kubernetes の導入は目的ではなく手段である
- `kubectl apply` を手で打つ運用から GitOps へ移った
- 観測できないものは直せない
  - メトリクス、ログ、トレースの三つを揃える
- [ ] 後で見る：プラットフォームエンジニアリングの話
- [x] ハンズオンの環境を作る

> 小さく始めて、早く失敗して、もう一度やる。

| 項目 | 前 | 後 |
|---|---|---|
| デプロイ | 週に一度 | 日に十度 |
| 障害 | 三時間 | 十分 |

```yaml
apiVersion: v1
kind: ConfigMap
```

感想：去年は何も分からなかったのに、今年は半分くらい分かった。来年はもっと話せるようになりたい。

";

/// The words that end every report: when they are on the screen, all of it is.
pub const LAST_WORDS: &str = "おしまいの言葉";

/// A Markdown text of at most `bytes` bytes and at least 96 % of them.
pub fn report(bytes: usize) -> String {
    let mut text = String::with_capacity(bytes);
    let room = bytes - LAST_WORDS.len();
    for line in MEMO.split_inclusive('\n').cycle() {
        if text.len() + line.len() > room {
            break;
        }
        text.push_str(line);
    }
    if !text.ends_with("\n\n") && text.len() < room {
        text.push('\n');
    }
    text + LAST_WORDS
}
