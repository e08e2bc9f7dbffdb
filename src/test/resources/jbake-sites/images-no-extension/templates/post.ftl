title=${content.title!"-"}
type=${content.type} status=${content.status}
uri=${content.uri} noExtensionUri=${content.noExtensionUri!"-"} sourceuri=${content.sourceuri}
rootpath=${content.rootpath}
file=${content.file}
name=${content.name!"-"}
sha1=${content.sha1} cached=${content.cached?c} rendered=${content.rendered?c}
date=${content.date?string("yyyy-MM-dd HH:mm:ss XXX")} ${content.date?datetime}
tags=<#if content.tags??><#list content.tags as tag>[${tag}]</#list><#else>none</#if>
previous=${(content.previousContent.title)!"-"} ${(content.previousContent.uri)!"-"} ${(content.previousContent.noExtensionUri)!"-"}
next=${(content.nextContent.title)!"-"} ${(content.nextContent.uri)!"-"} ${(content.nextContent.noExtensionUri)!"-"}
keys=<#list content?keys as key>${key} </#list>
version=${version} host=${config.site_host}
body=${content.body}
