title=${content.title}
type=${content.type} status=${content.status} uri=${content.uri} rootpath=${content.rootpath}
date=${content.date?string("yyyy-MM-dd HH:mm XXX")} number=${1234567.5}
tags=<#list content.tags as tag>[${tag}]</#list>
field=${content["my.field"]!"-"} og=${(content.og.image)!"-"}
previous=${(content.previousContent.title)!"-"} ${(content.previousContent.uri)!"-"}
next=${(content.nextContent.title)!"-"} ${(content.nextContent.uri)!"-"}
config=${config.site_host} ${config.my_key}
version=${version}
published_date=${published_date???c}
body=${content.body}
