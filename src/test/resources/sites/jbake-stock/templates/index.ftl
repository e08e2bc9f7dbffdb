<#list published_posts as post>post ${post.title} ${post.uri}
</#list>
page=${currentPageNumber!"-"} of=${numberOfPages!"-"} previous=${previousFileName!"-"} next=${nextFileName!"-"}
uri=${content.uri!"-"} rootpath=${content.rootpath!"-"}
